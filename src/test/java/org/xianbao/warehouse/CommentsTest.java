package org.xianbao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.DefinitionsLoader;

class CommentsTest {
    private static final String OURS = "('xianbao', 'facts', 'received', 'published', 'stats')";

    /** Partitions aside, which are parts of their tables; what a function gives is told by the comment of the function. */
    private static final String EVERYTHING = """
            select n.nspname || '.' || c.relname as what, obj_description(c.oid, 'pg_class') as said
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in %1$s and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
            union all
            select n.nspname || '.' || c.relname || '.' || a.attname, col_description(c.oid, a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname in %1$s and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
            union all
            select p.oid::regprocedure::text, obj_description(p.oid, 'pg_proc')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in %1$s
            union all
            select t.oid::regtype::text, obj_description(t.oid, 'pg_type')
            from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname in %1$s and t.typtype = 'd'
            union all
            select n.nspname, obj_description(n.oid, 'pg_namespace') from pg_namespace n where n.nspname in %1$s
            """.formatted(OURS);

    @Test
    void everythingSaysWhatItIsInChineseAndEnglish() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        new Schema(DefinitionsLoader.load(Path.of("jobs"))).apply(database.dataSource(), LocalDate.of(2018, 12, 31));
        List<String> silent = new ArrayList<>();
        int told = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EVERYTHING)) {
            while (row.next()) {
                told++;
                String said = row.getString(2);
                if (said == null || !said.matches("(?s)[^|]*\\p{IsHan}[^|]*\\|\\s*\\S.*")) {
                    silent.add(row.getString(1) + ": " + said);
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(told).isGreaterThan(1000);
    }
}
