// What a person had to decide about place names; build-places.mjs writes it into the place trees.

/** Characters of place names that are read otherwise than a dictionary thinks; the first way is the usual one. */
export const READINGS = {
  崇都: ['chong du'],
  // 凹 in the names of places here is 洼.
  常凹: ['chang wa', 'chang ao'],
  黄柏: ['huang bai', 'huang bo'],
  冉扒: ['ran ba', 'ran pa'],
  长庄: ['chang zhuang', 'zhang zhuang'],
};

/** Names that are words of every day, or of somewhere else, once 村 or 社区 is left off: they need it, or their township. */
export const ORDINARY_WORDS = new Set(
  `幸福家园 安康 新一 新二 西关 文化 北园 菜园 北街 南街 古城 上湾 下湾 大石桥 千秋 东 沟门 河南 龙潭 纸房 黄柏 河北
  两河口 龙王 黄水 水磨 高峰 店上 坡头 酒后 南台 山峡 酒店 山后 龙河 水沟 学 东湾 东沟 惠安 下寺 火神庙 上河
  瓦房 明理 思源 林场 龙头 台上 石坡 大坡 高岭 西沟 幸福 张园 南庄 泥河 沙坡 赵庄 田庄 长岭 青山 石槽 东岭 石场
  翠屏 桥北 西地 梁园 安岭 岗上 上坡 楼上 福安 后场 西源头 东源头 枣园 竹园 桥头 阴坡 东洼 凤翔 三合 养育 柳林 沙沟
  河东 枣庄 油房 红崖 平地 竹林 北岭 北沟 阜康 汝南 大坪 白河 龙王庙 上窑 车
  凤阳 洒落 寺上 黄沟 乔家 老龙 万安 龙驹 石楼
  上海市场 嵩山 长春 江东 江西 南口 华侨新村 三 一 二 南村 西苑 高新 香港城 石化 延安 理工 春光 珠江 联盟 生活新境 工农
  厂前一 厂前二 厂北 南峰 周山 大所 小所 军安 天四 天九 七二五 六冶 秦岭路 广文路 华山路 武汉路 长安路一 长安路二 长安路三
  长安路四 青岛路一 青岛路二 王湾 唐村 电厂新村 世纪华阳 中弘中央广场 兴隆花园 三岔口 华源 丽新`.split(/\s+/),
);
