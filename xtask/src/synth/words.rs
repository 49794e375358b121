//! The words that posts are made of.

/// The writing system of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Ascii,
    NonLatin,
}

/// Pseudo-random numbers, the same for the same seed (`SplitMix64`, Steele, Lea and Flood 2014).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }
}

impl Script {
    pub const fn lang(self) -> &'static str {
        match self {
            Script::Ascii => "en",
            Script::NonLatin => "zh",
        }
    }

    pub const fn topics(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &[
                "reading the tide table",
                "keeping a harbour log",
                "sounding with a lead line",
                "checking the gauge at the sill",
                "planning around the spring tide",
                "mending a mooring before winter",
            ],
            Script::NonLatin => &[
                "阅读潮汐表",
                "记录港口日志",
                "用测深绳测量水深",
                "检查门槛处的水尺",
                "围绕大潮做计划",
                "冬天之前修理系泊",
            ],
        }
    }

    pub const fn places(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => {
                &["for small boats", "behind the sill", "on a drying berth", "with two on watch", "without a phone"]
            }
            Script::NonLatin => &["小船适用", "门槛之内", "在干出的泊位上", "两人值班", "不用手机"],
        }
    }

    pub const fn headings(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &[
                "Why this matters",
                "Before you begin",
                "The worked example",
                "What can go wrong",
                "How to check it",
                "Final notes",
            ],
            Script::NonLatin => &["为什么重要", "开始之前", "计算示例", "可能出现的问题", "如何检查", "最后的说明"],
        }
    }

    pub const fn sentences(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &[
                "Write the four times of the day on paper before you look at the sky.",
                "The gauge at the outer wall stands a hand lower than the one at the sill, and both are right.",
                "A table is a promise about calm weather; wind and pressure move the water by half a metre.",
                "Keep the owner, the expected result and the way back in the same place.",
                "Change one thing at a time, and write down what it was.",
                "The log is read by somebody who was not there, so say what you saw and not what you thought.",
                "Two people who read the same line should come to the same depth.",
                "If the numbers disagree, the older ones are not wrong because they are older.",
                "Ask the harbour for the datum, and ask again after they have dredged.",
                "A good note is short enough to be read with cold hands.",
                "Most groundings begin with a number that was copied twice.",
                "What was measured yesterday is a memory, not a measurement.",
            ],
            Script::NonLatin => &[
                "看天之前，先把当天的四个时刻写在纸上。",
                "外墙上的水尺比门槛处的低一掌，而两者都是对的。",
                "潮汐表是对平静天气的承诺；风和气压会让水位相差半米。🌊",
                "把负责人、预期结果和退路写在同一个地方。",
                "一次只改一件事，并记下改了什么。",
                "日志是给不在场的人看的，所以要写看到的，而不是想到的。",
                "两个人读同一行，应该得出同样的深度。",
                "数字不一致时，旧的并不因为旧就是错的。",
                "向港口询问基准面，疏浚之后再问一次。⚓",
                "好的记录要短到手冷时也能读完。",
                "多数搁浅始于一个被抄了两次的数字。",
                "昨天量的是记忆，不是测量。",
            ],
        }
    }

    pub const fn tools(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &["pencil", "almanac", "lead line", "watch", "tide gauge", "notebook", "dividers", "lamp"],
            Script::NonLatin => &["铅笔", "年历", "测深绳", "手表", "水尺", "笔记本", "分规", "灯"],
        }
    }

    pub const fn tasks(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &[
                "note the four times",
                "add the charted depth",
                "check the wind against the tide",
                "tell somebody ashore",
                "sign the log",
            ],
            Script::NonLatin => &["记下四个时刻", "加上海图水深", "对照风向与潮流", "告诉岸上的人", "在日志上签名"],
        }
    }

    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Script::Ascii => &["Ines Valk", "Tom Okafor", "Mara Lind", "Jon Aas", "Ole Brandt"],
            Script::NonLatin => &["林舟", "王海", "李港", "陈潮", "周灯"],
        }
    }
}

/// Code in several languages.
pub const CODE: [(&str, &str); 5] = [
    (
        "python",
        "def twelfths(low, high, hour):\n    steps = [0, 1, 3, 6, 9, 11, 12]\n    return low + (high - low) * steps[hour] / 12\n",
    ),
    ("sql", "SELECT hour, height\nFROM gauge\nWHERE place = 'sill' AND height < 1.2\nORDER BY hour;\n"),
    ("bash", "set -eu\nfor day in 01 02 03; do\n  tide --day \"$day\" > \"log-$day.txt\"\ndone\n"),
    ("javascript", "const depth = (charted, tide) => charted + tide;\nif (depth(0.4, 1.1) < draught) wait();\n"),
    ("rust", "fn clear(depth: f32, draught: f32) -> bool {\n    depth - draught > 0.3 // metres\n}\n"),
];
