/** Traditional characters that people write most, and the simplified ones the models have learned, in the same order. */
const TRADITIONAL =
  '區門燈壞個裡見來請們這說為對時會學國過後發經長開關員間問題還沒動車進電話頭與現實樣給讓無氣飯錢買賣醫藥護師辦處體業產農號線網費價錯領導廣場樓層頂鎮鄉縣報舉紅綠黃橋樑鐵軌機飛廠煙塵聲響養豬雞魚蟲樹葉園遊覽館圖書籃課補習嬰兒親婦孫爺鄰鬧爭議債務貸銀證據陽陰雲風東邊兩萬億歲歷歸戶檔險勞資遲運貨載駕駛駐衛環檢測審計劃設備維擋擠壓斷縫牆蓋溝灣灘島嶼龍鳳馬騎單雙幾種類別於從舊換總結終續約紀錄記憶認識訴訟誤轉彎繞軍隊團黨驗條紙筆慣應該願滿臉腦頸膚臟腫瘡瘋癱癢藝術藍顏質責貪贓賄賂賠償贈贏趕跡踐躍輛輪輸轄達遠適選遺鄭釋鈔鈕鉛銷鋪鋼鍋鎖鏈鐘閉閑閘階際陸隨雜離難靈靜韓頁項順須預頻顆顧顯飲飼飽餅驚骯髒鮮鹽麥麵齊齒';
const SIMPLIFIED =
  '区门灯坏个里见来请们这说为对时会学国过后发经长开关员间问题还没动车进电话头与现实样给让无气饭钱买卖医药护师办处体业产农号线网费价错领导广场楼层顶镇乡县报举红绿黄桥梁铁轨机飞厂烟尘声响养猪鸡鱼虫树叶园游览馆图书篮课补习婴儿亲妇孙爷邻闹争议债务贷银证据阳阴云风东边两万亿岁历归户档险劳资迟运货载驾驶驻卫环检测审计划设备维挡挤压断缝墙盖沟湾滩岛屿龙凤马骑单双几种类别于从旧换总结终续约纪录记忆认识诉讼误转弯绕军队团党验条纸笔惯应该愿满脸脑颈肤脏肿疮疯瘫痒艺术蓝颜质责贪赃贿赂赔偿赠赢赶迹践跃辆轮输辖达远适选遗郑释钞钮铅销铺钢锅锁链钟闭闲闸阶际陆随杂离难灵静韩页项顺须预频颗顾显饮饲饱饼惊肮脏鲜盐麦面齐齿';

/** Simplified code of a traditional character's code. */
export const SIMPLIFIED_OF: ReadonlyMap<number, number> = new Map(
  Array.from(TRADITIONAL, (character, index) => [character.charCodeAt(0), SIMPLIFIED.charCodeAt(index)]),
);
