package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultSheetTest {
    @Test
    void isToldByItsNameAndWhatItSaysInItsFirstCell() {
        assertThat(ResultSheet.stands("审核结果", "审核结果")).isTrue();
        assertThat(ResultSheet.stands("审核结果 (2)", " 审核结果")).isTrue();
        assertThat(ResultSheet.stands("审核结果", "2018年审核结果")).isFalse();
        assertThat(ResultSheet.stands("审核结果汇总", "审核结果")).isFalse();
    }
}
