import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { findIdentifiers } from '../../cloudfunctions/core/domain/publication/find-identifiers';

const found = (text: string) => findIdentifiers(text).map(({ kind, words }) => `${kind} ${words}`);

describe('what a paper is written with', () => {
  it('is nobody: the names of units, committees, sectors and townships are not taken for people', () => {
    const { units, committees, sectors, townships } = countyOfContent();
    const taken = [...units, ...committees, ...sectors, ...townships].flatMap(({ name }) =>
      findIdentifiers(`由${name}牵头，到现场核实。请${name}答复。`).map(({ words }) => `${name}：${words}`),
    );
    expect(taken).toEqual([]);
    expect(findIdentifiers('找过李委员会来的')).toEqual([{ kind: 'name', words: '李' }]);
  });
});

describe('what tells who somebody is', () => {
  it.each([
    ['请打13812345678联系。', 'phone 13812345678'],
    ['我叫孙建国，住在河边。', 'name 孙建国'],
    ['在5号楼2单元301', 'houseNumber 5号楼2单元301'],
    ['电话：138 1234 5678', 'phone 138 1234 5678'],
    ['手机 138-1234-5678 一直关机', 'phone 138-1234-5678'],
    ['号码是１３８１２３４５６７８', 'phone 13812345678'],
    ['+86 13812345678', 'phone +86 13812345678'],
    ['打 138****5678 没人接', 'phone 138****5678'],
    ['座机0379-66312345', 'phone 0379-66312345'],
    ['座机（0379）66312345', 'phone (0379)66312345'],
    ['村委电话66312345没人接', 'phone 66312345'],
    ['他的手机是一三八一二三四五六七八', 'phone 一三八一二三四五六七八'],
    ['微信号：6631234', 'phone 6631234'],
    ['身份证410325197001011234', 'idNumber 410325197001011234'],
    ['证号 41032519700101123X', 'idNumber 41032519700101123X'],
    ['证号410325 19700101 1234', 'idNumber 410325 19700101 1234'],
    ['证号410325700101123', 'idNumber 410325700101123'],
    ['证号410325********1234', 'idNumber 410325********1234'],
    ['豫C12345把路口堵住了', 'plate 豫C12345'],
    ['豫C·8A6F7停在消防通道', 'plate 豫C·8A6F7'],
    ['豫CD12345的电车', 'plate 豫CD12345'],
    ['一辆豫c12345', 'plate 豫c12345'],
    ['警车豫C1234警', 'plate 豫C1234警'],
    ['住在青山街12号', 'houseNumber 12号'],
    ['幸福路一百二十号门口', 'houseNumber 一百二十号'],
    ['三组15号的墙裂了', 'houseNumber 15号'],
    ['3号楼2单元501室漏水', 'houseNumber 3号楼2单元501室'],
    ['5栋三单元楼道灯不亮', 'houseNumber 5栋三单元'],
    ['A栋的电梯坏了', 'houseNumber A栋'],
    ['他家是3-2-501', 'houseNumber 3-2-501'],
    ['住1203室的住户', 'houseNumber 1203室'],
    ['村民王建国家门口积水', 'name 王建国'],
    ['居民李静反映路灯不亮', 'name 李静'],
    ['反映人：张桂兰', 'name 张桂兰'],
    ['联系人 赵玉梅', 'name 赵玉梅'],
    ['姓名：欧阳明月', 'name 欧阳明月'],
    ['业主陈红说电梯坏了', 'name 陈红'],
    ['刘建军先生多次去问', 'name 刘建军'],
    ['孙秀英大娘腿脚不便', 'name 孙秀英'],
    ['王大爷每天走这条路', 'name 王'],
    ['找到周志强主任', 'name 周志强'],
    ['村支书马国强村长', 'name 马国强'],
    ['老王家门口的路', 'name 老王'],
    ['小李反映了三次', 'name 小李'],
    ['感谢吴敏老师', 'name 吴敏'],
    ['司机高明的车', 'name 高明'],
    ['学生何佳怡上学绕路', 'name 何佳怡'],
    ['当事人：上官文', 'name 上官文'],
    ['张建国说电梯常常困人。', 'name 张建国'],
    ['张建国反映电梯坏了。', 'name 张建国'],
    ['201的张建国反映电梯坏了。', 'name 张建国'],
    ['昨天张建国告诉我们水又停了。', 'name 张建国'],
    ['电梯坏了，李静说没有人管。', 'name 李静'],
    ['王玉梅和李秀英都来问过，李秀英称没有回音。', 'name 李秀英'],
    ['物业经理李秀英请人修好了。', 'name 李秀英'],
    ['村主任马国强带人清了沟。', 'name 马国强'],
    ['陈红把沟清了。', 'name 陈红'],
    ['这是赵玉梅的地。', 'name 赵玉梅'],
    ['带头的是两家，周志强、孙建军。', 'name 周志强'],
    ['水费多收了。刘金凤，六十二。', 'name 刘金凤'],
  ])('is found in %s: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    '城关镇安康社区门口的路灯修好了。',
    '3月12日换了三盏灯，3月15号试亮。',
    '可以打 12345 或者 12348。',
    '县交通运输局修了310国道到村口的800米路。',
    '这条路长1200米，宽4.5米，投资86.5万元。',
    '2026年全县有19个乡镇、340个村。',
    '群众高兴，出行方便了。',
    '居民安全有了保障。',
    '村民关心的吃水问题解决了。',
    '按2026年第12号公告办理。',
    '公交2号线增加了一站。',
    '一共收到380条线索，采纳60条。',
    '学校门口装上了减速带，师生都说好。',
    '村里的老人和孩子不用再绕路。',
    '某小区的电梯换了新的。',
    '王某某反映的事已经办好。',
    '编号260310-000001的线索已办结。',
    '上午8:30到下午17:30可以办理。',
    '社区卫生室添了两名医生。',
    '投诉热线24小时有人接。',
    '白云山景区的路修好了。',
    '高村的桥还没有栏杆。',
    '黄庄乡的水又停了。',
    '程村说修路，一直没有动工。',
    '王村反映的桥，李庄反映的水，都办好了。',
    '马路说修就修，何时修好没有说。',
    '安全说明贴在门口，任何人都能看。',
    '室内温度，路灯，高速，国道，都写在上面。',
    '曾多次反映，向社区反映，也向政府反映过。',
    '全村的钱，全家的地，各家来说。',
    '周边的店，周末来的人，方便的时候来。',
    '于是说好了，任务在年底，金额在合同里。',
    '经理说会修，主任表示尽快，书记来看过。',
    '村委会主任在场，物业经理的电话贴在门口。',
    '黄金周来的人多，平安的路，高兴的事。',
    '谢谢，修了400余平米，安装在村口。',
    '张家说要修，王家在等，周家去问了。',
    '康乐路，文化路，和平路，石桥村，龙王庙，万村在修。',
    '水利局表示，管委会说，教育局称，任教的人来了。',
    '田湖镇说，车村镇反映，闫庄镇告诉，德亭镇在办。',
  ])('is not seen in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the submitter’s own', () => {
  const known = [{ name: '安静', phone: '66312345' }];
  it('is found wherever it stands, even where nothing else would look like a name or a number', () => {
    expect(findIdentifiers('安静的街道，6631-2345。', known)).toEqual([
      { kind: 'submitter', words: '安静' },
      { kind: 'submitter', words: '6631-2345' },
    ]);
  });
  it('is not every single character', () => {
    expect(findIdentifiers('王村的路修好了。', [{ name: '王' }])).toEqual([]);
  });
});

describe('whatever the text', () => {
  const noise = fc.array(
    fc.constantFrom('路', '修', '好', '了', '，', '。', ' ', '在', '村口', '下雨', 'x'),
    { maxLength: 30 },
  );
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

  it('a mobile number in it is found, however it is broken up', () => {
    const gap = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(
        noise,
        digits(9),
        fc.integer({ min: 3, max: 9 }),
        gap,
        noise,
        (before, rest, second, between, after) => {
          const phone = ['1', String(second), ...rest].join(between);
          const text = `${before.join('')}，${phone}，${after.join('')}`;
          expect(findIdentifiers(text).some(({ kind }) => kind === 'phone')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a plate and an identity number in it are found', () => {
    fc.assert(
      fc.property(noise, digits(5), digits(17), noise, (before, plate, id, after) => {
        const text = `${before.join('')}，豫C${plate.join('')}，证号${id.join('')}X，${after.join('')}`;
        const kinds = new Set(findIdentifiers(text).map(({ kind }) => kind));
        expect([kinds.has('plate'), kinds.has('idNumber')]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('it never throws, quotes only what stands there, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const flags = findIdentifiers(text, [{ name: '张桂兰', phone: '13900000001' }]);
        const plain = text.normalize('NFKC');
        for (const { words } of flags) expect(plain).toContain(words);
        expect(new Set(flags.map(({ words }) => words)).size).toBe(flags.length);
      }),
      { numRuns: 500 },
    );
  });

  it('of the longest text it is done at once', () => {
    const text = '村民王建国，13812345678，豫C12345，'.repeat(100);
    const started = performance.now();
    expect(findIdentifiers(text).length).toBeGreaterThan(2);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
