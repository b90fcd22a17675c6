import type { DayLead, Decline } from '../../support/staff-day/day-lead';

/** The sixty leads of the day, written for it. First those with a story of their own, then what is declined. */

const ADOPTED: DayLead[] = [
  {
    key: 'lamp',
    code: '410325100001',
    category: 'urban-construction',
    phone: '10003799001',
    text: '安康社区门口三盏路灯坏了半个月，晚上黑得看不见路，接孩子的老人摔过一回。',
  },
  {
    key: 'manhole',
    code: '410325100006',
    category: 'urban-construction',
    text: '北店街社区幼儿园门口的井盖碎了一半，拿树枝插着当记号，接送孩子的人天天从边上过。',
  },
  {
    key: 'bus',
    category: 'transport',
    text: '田湖镇到县城的班车，下午四点以后就没有了，看完病的老人回不了家，能不能加一班晚车。',
  },
  {
    key: 'bridge',
    code: '410325100004',
    category: 'urban-construction',
    text: '西关社区河边栈道的栏杆松了十几米，一靠就晃，晚上散步的人多，怕有人掉下去。',
  },
  {
    key: 'garbage',
    code: '410325101205',
    category: 'environment',
    text: '古城村村口的垃圾池两周没清运，苍蝇乱飞，夏天还没到味道就受不了。',
  },
  {
    key: 'elevator',
    code: '410325100005',
    category: 'urban-construction',
    text: '文化社区六层老楼想加装电梯，住在五楼六楼的老人一星期才下来一回，该找谁办？',
  },
  {
    key: 'road',
    code: '410325103200',
    category: 'transport',
    text: '车村到明白川的路坑坑洼洼，雨天存水看不清深浅，学生骑车摔了好几个。',
  },
  {
    key: 'parking',
    code: '410325100002',
    category: 'urban-construction',
    text: '新一社区早市占了大半条街，摆摊的车一直停到中午，救护车都开不进来，请城管管一管。',
  },
  {
    key: 'canteen',
    code: '410325109200',
    category: 'civil-affairs',
    text: '饭坡村八十岁以上的老人有二十多个，幸福院的灶台闲着，能不能办个老年食堂，中午有口热饭。',
  },
  {
    key: 'signal',
    code: '410325107205',
    category: 'science-it',
    text: '栗扎树村后沟二十几户手机没信号，打个急救电话要翻到山梁上，能不能建个基站。',
  },
  {
    key: 'mushroom',
    code: '410325105200',
    category: 'agriculture',
    text: '德亭村种香菇的有六十多户，烘干全靠土炉子，一下雨就烂一批，盼着合建一个烘干房。',
  },
  {
    key: 'clinic',
    code: '410325110204',
    category: 'health',
    text: '石黄村卫生室的村医退休半年了没人接，量个血压都要跑镇上，来回二十里地。',
  },
];

const APART: DayLead[] = [
  {
    key: 'gas',
    code: '410325111200',
    text: '桥北村口饭店后院着火了，正往外冒黑烟，你们快派人来看看吧！',
  },
  {
    key: 'court',
    text: '我跟包工头要工程款的官司，法院判决书下来半年了还是执行不了，请政协过问一下这个案子。',
  },
  {
    key: 'neighbour',
    code: '410325104204',
    text: '邻居盖房把滴水滴到我家院里，两家吵了几回，墙根都泡软了，找谁评评理。',
  },
  {
    key: 'official',
    code: '410325106200',
    category: 'discipline',
    text: '我们这里有村干部优亲厚友，低保名单里都是他家亲戚，请查一查，千万别让村里知道是我说的。',
  },
  {
    key: 'two',
    code: '410325108001',
    category: 'transport',
    text: '高村社区门口没有斑马线，过马路全靠躲车。还有，社区卫生室周末锁着门，孩子发烧只能去县城。',
  },
  {
    key: 'sameLamp',
    code: '410325100001',
    category: 'urban-construction',
    text: '安康社区门口路灯坏了好多天，三盏都不亮，晚上黑得看不见路，请换一换。',
  },
  {
    key: 'unanswered',
    category: 'education-culture',
    text: '学校门口放学的时候乱成一锅粥，没有人管，迟早要出事。',
  },
  {
    key: 'withdrawn',
    code: '410325102200',
    category: 'agriculture',
    text: '旧县村东头机井的电闸坏了，麦子该浇水了抽不上来。',
  },
  {
    key: 'yangwanTianhu',
    code: '410325101229',
    category: 'agriculture',
    because: 'inProgress',
    text: '杨湾村的自来水三天两头停，浑得跟泥汤一样，家家都在囤水。',
  },
  {
    key: 'yangwanDeting',
    category: 'agriculture',
    because: 'inProgress',
    text: '杨湾村自来水老是停，一停就是两三天，水也是浑的，吃水全靠三轮车拉。',
  },
];

const declined = (because: Decline, category: string, code: string | null, text: string) => ({
  because,
  category,
  text,
  ...(code === null ? {} : { code }),
});

const DECLINED: DayLead[] = [
  declined(
    'planned',
    'transport',
    '410325101200',
    '田湖村到铺沟村那段路太窄，两辆车错不开，什么时候能拓宽？',
  ),
  declined(
    'planned',
    'urban-construction',
    '410325100008',
    '陶村社区一下雨就内涝，水漫到一楼门槛，下水道是不是该改造了。',
  ),
  declined(
    'planned',
    'education-culture',
    '410325104200',
    '闫庄村小学的操场还是土的，一跑一身灰，想铺个塑胶的。',
  ),
  declined('planned', 'agriculture', '410325203200', '何村的高标准农田啥时候修到我们这一片，渠都塌了。'),
  declined(
    'planned',
    'commerce-tourism',
    '410325103204',
    '栗树街村搞农家乐的越来越多，村口缺个像样的停车场和公厕。',
  ),
  declined('planned', 'health', '410325201200', '大坪村离卫生院远，能不能设个家庭医生签约点。'),
  declined('planned', 'transport', '410325100003', '新二社区门口的公交站牌没有雨棚，等车淋雨。'),
  declined('inProgress', 'environment', '410325111202', '翟岭村边上的养殖场把粪水排到沟里，开窗都难闻。'),
  declined(
    'inProgress',
    'labor-social-security',
    '410325100004',
    '在西关工地干了两个月，老板拖欠工资一万二，打电话也不接。',
  ),
  declined(
    'inProgress',
    'urban-construction',
    '410325100007',
    '上仓社区暖气不热，交了钱家里才十五度，停暖前能不能解决。',
  ),
  declined(
    'inProgress',
    'transport',
    '410325109201',
    '汪城村口修路挖开就停了，围挡占着半边路，一个月没见人干活。',
  ),
  declined('inProgress', 'science-it', '410325210200', '木植街村宽带网速慢得打不开网页，孩子上网课老卡。'),
  declined(
    'inProgress',
    'commerce-tourism',
    '410325100006',
    '北店街超市卖过期食品，买了盒牛奶回家才发现过了半个月。',
  ),
  declined('inProgress', 'politics-law', '410325102201', '上川村路口的监控坏了大半年，村里丢了两回电动车。'),
  declined('inProgress', 'environment', '410325106201', '山后村有人晚上偷着焚烧秸秆，烟大得睡不着觉。'),
  declined(
    'oneHousehold',
    'civil-affairs',
    '410325105202',
    '我老伴瘫在床上三年了，低保申请递上去一直没信儿。',
  ),
  declined(
    'oneHousehold',
    'land-resources',
    '410325110203',
    '宋王坪村我家宅基地跟隔壁的界线不清，想请人来量一量。',
  ),
  declined(
    'oneHousehold',
    'labor-social-security',
    '410325108001',
    '我的养老保险断交了两年，现在能不能补上？',
  ),
  declined('oneHousehold', 'health', '410325101202', '合作医疗报销单子交上去两个月，钱还没到卡里。'),
  declined(
    'oneHousehold',
    'politics-law',
    '410325209200',
    '孩子户口上错了一个字，派出所让开证明，跑了三趟。',
  ),
  declined(
    'oneHousehold',
    'civil-affairs',
    '410325203206',
    '阴坡村五保老人的房子漏雨，想知道修房有没有补助。',
  ),
  declined('oneHousehold', 'economy', '410325100005', '想开个早餐店，营业执照网上填了好几回都没通过。'),
  declined(
    'oneHousehold',
    'land-resources',
    '410325102203',
    '白庄那边谢庄村修路占了我家二分地，占地补偿还没给。',
  ),
  declined('needsMore', 'commerce-tourism', null, '有的商店东西卖得贵，能不能管一管。'),
  declined('needsMore', 'environment', null, '河里的水颜色不对，看着不正常。'),
  declined('needsMore', 'education-culture', '410325111200', '桥北村的孩子课后没处去，能不能想想办法。'),
  declined('needsMore', 'transport', null, '路上大车太多，噪音也大，晚上睡不好。'),
  declined('needsMore', 'party-government', '410325104202', '办个事老是让改天再来，态度不好。'),
  declined('needsMore', 'agriculture', '410325106203', '赵岭村的苹果今年不好卖，政府能不能帮帮忙。'),
  declined('needsMore', 'ethnic-religion', '410325105203', '佛泉寺村庙会人太多，过来过去不安全。'),
  declined('policy', 'education-culture', '410325103200', '营养餐能不能折成现金发给家长，孩子不爱吃。'),
  declined('policy', 'health', '410325100003', '新二社区的药店能不能都用上外地的医保卡。'),
  declined('policy', 'economy', '410325110200', '九店村抽水浇地的电价能不能再降一降。'),
  declined('policy', 'labor-social-security', '410325109203', '交了十几年社保，能不能提前五年退休。'),
  declined('policy', 'transport', '410325201202', '范庄岺村老年代步车为啥不让上路，老人出门不方便。'),
  declined('policy', 'urban-construction', '410325100001', '小区物业费涨了两毛，没经过业主同意算不算数。'),
  declined('policy', 'agriculture', '410325101204', '窑上村的种粮补贴能不能按实际种的人发，不按地契发。'),
  declined('policy', 'civil-affairs', '410325107200', '白河街村退下来的民办教师，生活补助能不能涨一点。'),
].map((lead, index) => ({ key: `declined-${index + 1}`, ...lead }));

export const LEADS: readonly DayLead[] = [...ADOPTED, ...APART, ...DECLINED];
