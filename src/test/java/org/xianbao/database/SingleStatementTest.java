package org.xianbao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleStatementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select 1 ;  ",
                "select ';' as a",
                "select 'it''s; one'",
                "select e'it\\'s; one'",
                "select \"a;b\" from t",
                "select $$a;b$$",
                "select $x$a;$$;b$x$ -- ; no end",
                "select /* ; /* nested ; */ ; */ 1",
                "select 1 -- ;\n + 2;\n-- done; really",
                "select 1; /* nothing more; */"
            })
    void takesOneStatementWhateverHoldsASemicolon(String sql) {
        assertThat(SingleStatement.of(sql)).startsWith("select").doesNotEndWith(";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1; commit;",
                "select 'a'; select 'b'",
                "select 'a\\'; drop table t --'",
                "select /* */ 1; drop table t /* ; */",
                "select $a$ $a$; select 2",
                "select 1;; select 2"
            })
    void refusesASecondStatement(String sql) {
        assertThatThrownBy(() -> SingleStatement.of(sql)).hasMessage("one statement at a time, please");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ; ", "-- nothing", "/* nothing */"})
    void refusesNone(String sql) {
        assertThatThrownBy(() -> SingleStatement.of(sql)).hasMessage("there is no statement");
    }
}
