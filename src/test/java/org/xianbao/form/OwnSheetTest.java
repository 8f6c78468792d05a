package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnSheetTest {
    @Test
    void isToldByItsNameAndWhatItSaysInItsFirstCell() {
        assertThat(OwnSheet.of("审核结果", "审核结果")).contains(OwnSheet.RESULT);
        assertThat(OwnSheet.of("审核说明 (2)", " 审核说明")).contains(OwnSheet.EXPLANATION);
        assertThat(OwnSheet.of("审核结果", "2018年审核结果")).isEmpty();
        assertThat(OwnSheet.of("审核结果汇总", "审核结果")).isEmpty();
        assertThat(OwnSheet.of("审核说明", "审核结果")).isEmpty();
    }
}
