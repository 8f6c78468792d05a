package org.xianbao.samples;

/** The two counties of the pilot, with townships as their returns write them. */
enum County {
    TIANZHEN(
            "140222",
            "天镇县",
            "玉泉镇 谷前堡镇 米薪关镇 逯家湾镇 新平堡镇 三十里堡乡 贾家屯乡 赵家沟乡 南高崖乡 张西河乡 马家皂乡",
            "100 101 102 103 104 200 204 206 208 209 210"),
    JINZHAI(
            "341524",
            "金寨县",
            "梅山镇 流波䃥镇 青山镇 燕子河镇 天堂寨镇 古碑镇 吴家店镇 斑竹镇 汤家汇镇 南溪镇 双河镇 白塔畈镇 油坊店乡 槐树湾乡",
            "100 101 102 103 104 105 106 107 108 109 110 111 202 204");

    private final String code;
    private final String title;
    private final String townships;
    private final String townshipCodes;

    County(String code, String title, String townships, String townshipCodes) {
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

    /** A township's name; they come round again. */
    String township(int n) {
        return nth(townships, n);
    }

    String townshipCode(int n) {
        return code + nth(townshipCodes, n);
    }

    /** A village by its number within a township: 玉泉第2村. */
    String village(int n) {
        String township = township(n);
        int size = townships.split(" ", -1).length;
        return township.substring(0, township.length() - 1) + "第" + (1 + n / size) + "村";
    }

    private static String nth(String words, int n) {
        String[] all = words.split(" ", -1);
        return all[n % all.length];
    }
}
