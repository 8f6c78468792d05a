package org.xianbao;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.xianbao.cli.CommandLineRun;

/** The program. */
@SpringBootApplication
public class Xianbao {

    public static void main(String[] arguments) {
        System.exit(CommandLineRun.of(Xianbao.class, arguments));
    }
}
