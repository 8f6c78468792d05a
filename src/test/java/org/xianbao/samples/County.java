package org.xianbao.samples;

import java.util.List;

/** The two counties of the pilot, with townships as their returns write them. */
enum County {
    TIANZHEN(
            "140222",
            "天镇县",
            List.of("玉泉镇", "谷前堡镇", "米薪关镇", "逯家湾镇", "新平堡镇", "三十里堡乡", "贾家屯乡", "赵家沟乡", "南高崖乡", "张西河乡", "马家皂乡"),
            List.of(
                    "140222100",
                    "140222101",
                    "140222102",
                    "140222103",
                    "140222104",
                    "140222200",
                    "140222204",
                    "140222206",
                    "140222208",
                    "140222209",
                    "140222210")),
    JINZHAI(
            "341524",
            "金寨县",
            List.of(
                    "梅山镇", "流波䃥镇", "青山镇", "燕子河镇", "天堂寨镇", "古碑镇", "吴家店镇", "斑竹镇", "汤家汇镇", "南溪镇", "双河镇", "白塔畈镇", "油坊店乡",
                    "槐树湾乡"),
            List.of());

    private final String code;
    private final String title;
    private final List<String> townships;
    private final List<String> townshipCodes;

    County(String code, String title, List<String> townships, List<String> townshipCodes) {
        this.code = code;
        this.title = title;
        this.townships = townships;
        this.townshipCodes = townshipCodes;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    People people() {
        return new People(code);
    }

    String township(int n) {
        return townships.get(n % townships.size());
    }

    /** The code of a township; of Tianzhen only. */
    String townshipCode(int n) {
        return townshipCodes.get(n % townshipCodes.size());
    }

    /** A village by its number within a township: 三十里堡第2村. */
    String village(int n) {
        String township = township(n);
        return township.substring(0, township.length() - 1) + "第" + (1 + n / townships.size()) + "村";
    }
}
