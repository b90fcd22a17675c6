import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DirectoryEntries, DirectoryPerson } from '@contract/directory-desk';
import { ask, must, refusalOf, signIn, type Person } from '../support/call';
import { CHENGGUAN, HOUSING_UNIT, LAMP_TEXT, officer, resident, TIANHU } from '../support/county';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
let administrator: Person;
let clerk: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  administrator = await signIn(cloud, officer('administrator'));
  clerk = await signIn(cloud, officer('clerk'));
});
afterAll(() => cloud.stop());

const versionNow = async (): Promise<number> =>
  (await must(cloud, administrator, 'panel.getDirectorySection', { section: 'policy' })).version;

async function everybody(): Promise<DirectoryPerson[]> {
  const { items, next } = await must(cloud, administrator, 'panel.listPeople', {});
  expect(next).toBeNull();
  return items;
}
async function personCalled(id: string): Promise<DirectoryPerson> {
  const found = (await everybody()).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}
const inputOf = ({ name, post, grid, grants, active }: DirectoryPerson) => ({
  name,
  post,
  grid,
  grants,
  active,
});

describe('editing the directory', () => {
  test('a unit is added with a reason, seen by everybody, and its history tells who, what was and what is', async () => {
    const unit = { id: 'weather', name: '县气象局' };
    const before = await versionNow();
    const saved = await must(cloud, administrator, 'panel.saveDirectory', {
      version: before,
      edits: [{ section: 'units', id: unit.id, entry: unit }],
      why: '县里新设',
    });
    expect(saved.version).toBe(before + 1);
    const renamed = { ...unit, name: '县气象局（新）' };
    await must(cloud, administrator, 'panel.saveDirectory', {
      version: saved.version,
      edits: [{ section: 'units', id: unit.id, entry: renamed }],
      why: '改名',
    });
    const { items } = await must(cloud, clerk, 'panel.listDirectoryChanges', {
      section: 'units',
      entryId: unit.id,
    });
    expect(items.map(({ why, by, changes }) => [why, by.name, changes])).toEqual([
      ['改名', '卫素芳', [{ section: 'units', id: unit.id, was: unit, is: renamed }]],
      ['县里新设', '卫素芳', [{ section: 'units', id: unit.id, was: null, is: unit }]],
    ]);
  });

  test('the same request sent twice is one save; the same id for something else is refused', async () => {
    const version = await versionNow();
    const save = (name: string) => ({
      version,
      edits: [{ section: 'units' as const, id: 'twice', entry: { id: 'twice', name } }],
      why: '试两次',
    });
    const [one, other] = await Promise.all([
      ask(cloud, administrator, 'panel.saveDirectory', save('县档案馆'), 'request-twice'),
      ask(cloud, administrator, 'panel.saveDirectory', save('县档案馆'), 'request-twice'),
    ]);
    const again = await must(cloud, administrator, 'panel.saveDirectory', save('县档案馆'), 'request-twice');
    expect([one, other].filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(again.version).toBe(version + 1);
    expect(await versionNow()).toBe(version + 1);
    const reused = await refusalOf(
      cloud,
      administrator,
      'panel.saveDirectory',
      save('别的'),
      'request-twice',
    );
    expect(reused.code).toBe('REQUEST_ID_REUSED');
  });

  test('a save that stands on an older version is refused, and what was saved first stays', async () => {
    const version = await versionNow();
    const policy = await entry('policy', 'policy');
    const save = (acceptWithin: number) => ({
      version,
      edits: [{ section: 'policy' as const, id: 'policy', entry: { ...policy, acceptWithin } }],
      why: '调整',
    });
    await must(cloud, administrator, 'panel.saveDirectory', save(3));
    const refused = await refusalOf(cloud, administrator, 'panel.saveDirectory', save(4));
    expect(refused.code).toBe('VERSION_CONFLICT');
    expect((await entry('policy', 'policy')).acceptWithin).toBe(3);
  });

  test('of fifty saves at once on one version exactly one counts', async () => {
    const version = await versionNow();
    const policy = await entry('policy', 'policy');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        ask(cloud, administrator, 'panel.saveDirectory', {
          version,
          edits: [{ section: 'policy', id: 'policy', entry: { ...policy, decideWithin: 20 + index } }],
          why: '同时改',
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await versionNow()).toBe(version + 1);
  });

  test('a sector without a committee is not saved, and the sentence says which', async () => {
    const sector = await entry('sectors', 'agriculture');
    const refused = await refusalOf(cloud, administrator, 'panel.saveDirectory', {
      version: await versionNow(),
      edits: [{ section: 'sectors', id: sector.id, entry: { ...sector, committeeId: 'nowhere' } }],
      why: '试试',
    });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('农业界') });
  });

  test('staff read it all and change nothing', async () => {
    const policy = await entry('policy', 'policy');
    const edits = [{ section: 'policy' as const, id: 'policy', entry: policy }];
    const version = await versionNow();
    expect((await refusalOf(cloud, clerk, 'panel.saveDirectory', { version, edits, why: '我来' })).code).toBe(
      'FORBIDDEN',
    );
    expect((await must(cloud, clerk, 'panel.getCoverage', {})).lines.length).toBeGreaterThan(0);
    const member = await signIn(cloud, officer('member'));
    expect((await refusalOf(cloud, member, 'panel.listPeople', {})).code).toBe('FORBIDDEN');
  });

  async function entry<S extends keyof DirectoryEntries>(
    section: S,
    id: string,
  ): Promise<DirectoryEntries[S]> {
    const { items } = await must(cloud, administrator, 'panel.getDirectorySection', { section });
    const found = items.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found as DirectoryEntries[S];
  }
});

/** The liaison of a township went yesterday. */
async function vacate(townshipId: string): Promise<void> {
  const version = await versionNow();
  const { items } = await must(cloud, administrator, 'panel.getDirectorySection', { section: 'terms' });
  const term = items.find(({ id }) => id === `liaison-${townshipId}`) as
    DirectoryEntries['terms'] | undefined;
  if (!term) throw new Error('no term');
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000 + 8 * 60 * 60 * 1000)
    .toISOString()
    .slice(0, 10);
  await must(cloud, administrator, 'panel.saveDirectory', {
    version,
    edits: [{ section: 'terms', id: term.id, entry: { ...term, to: yesterday } }],
    why: '调走了',
  });
}

describe('a term of office', () => {
  test('that ended yesterday leaves the township to the county desk within a minute, without anybody’s doing', async () => {
    await vacate(TIANHU);
    const { lines } = await must(cloud, administrator, 'panel.getCoverage', {});
    expect(lines.find(({ kind }) => kind === 'noLiaison')?.sentence).toContain('田湖镇');
    const receipt = await must(cloud, resident('tianhu'), 'resident.submitLead', {
      text: '村口的路灯坏了半个月。',
      placeId: TIANHU,
    });
    const lead = await must(cloud, clerk, 'panel.getLead', { leadId: receipt.leadId });
    expect(lead.route?.townshipId).toBe(TIANHU);
    expect(lead.ownerName).toMatch(/^县政协办公室/);
    // What they file for a neighbour from now on comes from a neighbour.
    const onBehalf = { relation: 'villager', news: 'helper', name: '王大爷' } as const;
    const left = officer('otherLiaison');
    const filed = await must(cloud, left, 'resident.submitLead', { text: LAMP_TEXT, onBehalf });
    expect((await must(cloud, clerk, 'panel.getLead', { leadId: filed.leadId })).entry).toBe('home');
  });

  test('that ended leaves what the liaison had to the desk, in a list of its own until it is accepted', async () => {
    const had = { text: '村口的桥栏杆断了一截。', placeId: CHENGGUAN };
    const { leadId } = await must(cloud, resident('chengguan'), 'resident.submitLead', had);
    const unmanned = async () => {
      const filter = { mark: 'unmanned' as const };
      const { items } = await must(cloud, clerk, 'panel.listQueue', filter);
      const { total, markCounts } = await must(cloud, clerk, 'panel.getQueueFigures', filter);
      return { ids: items.map(({ id }) => id), total, count: markCounts.unmanned };
    };
    expect((await unmanned()).ids).not.toContain(leadId);
    await vacate(CHENGGUAN);
    const { ids, total, count } = await unmanned();
    expect(ids).toContain(leadId);
    expect([total, count]).toEqual([ids.length, ids.length]);
    await must(cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
    expect((await unmanned()).total).toBe((total ?? 0) - 1);
  });
});

describe('people', () => {
  test('a new person gets a code once, binds with it, is unbound and suspended', async () => {
    const { person } = await must(cloud, administrator, 'panel.savePerson', {
      id: 'p-new',
      version: 0,
      person: {
        name: '钱新来',
        post: '县气象局办公室',
        grid: '',
        grants: [{ role: 'member', sectorId: 'agriculture', townshipId: CHENGGUAN }],
        active: true,
      },
      why: '增补委员',
    });
    expect(person).toMatchObject({ binding: 'none', version: 1 });
    const given = await must(cloud, administrator, 'panel.giveBindCode', { id: 'p-new', version: 1 });
    const newcomer = resident('newcomer');
    const me = await must(cloud, newcomer, 'staff.bindAccount', { bindCode: given.bindCode });
    expect(me.name).toBe('钱新来');
    const bound = await personCalled('p-new');
    expect(bound.binding).toBe('bound');
    expect(
      (await refusalOf(cloud, administrator, 'panel.giveBindCode', { id: 'p-new', version: bound.version }))
        .code,
    ).toBe('WRONG_STATE');
    const session = await signIn(cloud, newcomer);
    const unbound = await must(cloud, administrator, 'panel.unbindPerson', {
      id: 'p-new',
      version: bound.version,
      why: '手机丢了',
    });
    expect(unbound.person.binding).toBe('none');
    expect((await refusalOf(cloud, session, 'panel.getMe', {})).code).toBe('SIGN_IN_EXPIRED');
    expect(JSON.stringify(await cloud.documents('directoryChanges'))).not.toContain(given.bindCode);
    expect(cloud.logs()).not.toContain(given.bindCode);
  });

  test('a code that was drawn and never arrived is followed by one that works', async () => {
    const person = {
      name: '吴再问',
      post: '',
      grid: '',
      grants: [{ role: 'leader' as const }],
      active: true,
    };
    await must(cloud, administrator, 'panel.savePerson', { id: 'p-again', version: 0, person, why: '新来' });
    const give = () =>
      must(cloud, administrator, 'panel.giveBindCode', { id: 'p-again', version: 1 }, 'code-for-p-again');
    const [lost, lostToo, told] = [await give(), await give(), await give()];
    const bind = ({ bindCode }: typeof told) =>
      ask(cloud, resident('again'), 'staff.bindAccount', { bindCode });
    expect(await bind(lost)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await bind(lostToo)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await bind(told)).toMatchObject({ ok: true, data: { name: '吴再问' } });
  });

  test('who changes what they may do themselves has that said in the history', async () => {
    const me = await personCalled('s05');
    await must(cloud, administrator, 'panel.savePerson', {
      id: me.id,
      version: me.version,
      person: { ...inputOf(me), grants: [...me.grants, { role: 'leader' }] },
      why: '给自己加一个身份',
    });
    const own = { section: 'people' as const, entryId: me.id };
    const { items } = await must(cloud, clerk, 'panel.listDirectoryChanges', own);
    expect(items[0]).toMatchObject({ ownRights: true, why: '给自己加一个身份' });
    const values = { name: me.name, role: '机关', post: me.post };
    const answers = [{ row: 2, personId: me.id }];
    const table = { kind: 'staff' as const, rows: [{ row: 2, values }], answers };
    const { version } = await must(cloud, administrator, 'panel.checkImport', table);
    await must(cloud, administrator, 'panel.commitImport', { ...table, version, why: '机关名单' });
    expect((await must(cloud, clerk, 'panel.listDirectoryChanges', own)).items[0]).toMatchObject({
      ownRights: true,
      why: '机关名单',
    });
  });

  test('nobody removes the last administrator, not even two at once', async () => {
    const spare = await personCalled('first-administrator');
    await must(cloud, administrator, 'panel.savePerson', {
      id: spare.id,
      version: spare.version,
      person: { ...inputOf(spare), active: false },
      why: '不再用',
    });
    const first = await personCalled('s05');
    const second = await must(cloud, administrator, 'panel.savePerson', {
      id: 's02',
      version: (await personCalled('s02')).version,
      person: {
        ...inputOf(await personCalled('s02')),
        grants: [{ role: 'staff' }, { role: 'administrator' }],
      },
      why: '增加一名管理员',
    });
    const without = (person: DirectoryPerson) => ({
      id: person.id,
      version: person.version,
      person: { ...inputOf(person), grants: person.grants.filter(({ role }) => role !== 'administrator') },
      why: '去掉',
    });
    const other = await signIn(cloud, officer('director'));
    const answers = await Promise.all([
      ask(cloud, administrator, 'panel.savePerson', without(second.person)),
      ask(cloud, other, 'panel.savePerson', without(first)),
    ]);
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    const left = (await cloud.documents('accounts')).filter(
      ({ grants, active }) =>
        active !== false && (grants as { role: string }[]).some(({ role }) => role === 'administrator'),
    );
    expect(left).toHaveLength(1);
  });
});

test('the directory costs two calls to read, and submitting costs none more than before', async () => {
  await must(cloud, clerk, 'panel.getDirectorySection', { section: 'units' });
  const calls = await countCalls(cloud, () =>
    must(cloud, clerk, 'panel.getDirectorySection', { section: 'units' }),
  );
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
  await must(cloud, resident('lamp'), 'resident.submitLead', { text: LAMP_TEXT });
});

test('a hand-over that is sent again after its unit was retired is answered as it was; a new one is refused', async () => {
  const unit = { id: 'salt', name: '县盐业局' };
  const save = async (entry: object) =>
    must(cloud, administrator, 'panel.saveDirectory', {
      version: await versionNow(),
      edits: [{ section: 'units', id: unit.id, entry: { ...unit, ...entry } }],
      why: '机构调整',
    });
  const adopted = async (name: string) => {
    const { leadId } = await must(cloud, resident(name), 'resident.submitLead', { text: LAMP_TEXT });
    await must(cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
    await must(cloud, clerk, 'panel.adoptLead', { leadId, version: 2 });
    return { leadId, version: 3, unitId: unit.id, workingDays: 10 };
  };
  await save({});
  const asked = await adopted('salt-1');
  const other = await adopted('salt-2');
  const first = await must(cloud, clerk, 'panel.handOver', asked, 'hand-over-once');
  await save({ retired: true });
  expect((await refusalOf(cloud, clerk, 'panel.handOver', other)).code).toBe('INVALID_INPUT');
  const again = await must(cloud, clerk, 'panel.handOver', asked, 'hand-over-once');
  expect([again.status, again.version]).toEqual([first.status, first.version]);
});

test('a unit that only supports a lead, or answers for a part taken out of one, is in use: it is not taken away', async () => {
  const [helping, answering] = [
    { id: 'helping', name: '县测绘局' },
    { id: 'answering', name: '县地震局' },
  ];
  const save = async (id: string, entry: { id: string; name: string } | null) => ({
    version: await versionNow(),
    edits: [{ section: 'units' as const, id, entry }],
    why: '机构调整',
  });
  for (const unit of [helping, answering])
    await must(cloud, administrator, 'panel.saveDirectory', await save(unit.id, unit));
  const also = '另外学校门口的校车总是超载。';
  const { leadId } = await must(cloud, resident('helped'), 'resident.submitLead', {
    text: `${LAMP_TEXT}${also}`,
  });
  const split = { text: also, categoryId: 'transport', reason: '说了两件事。' };
  const { partNumbers } = await must(cloud, clerk, 'panel.splitLead', { leadId, version: 1, ...split });
  const { items } = await must(cloud, clerk, 'panel.listQueue', { number: partNumbers?.[0] ?? '' });
  const handedOver = async (one: string, units: { unitId: string; supportingUnitIds?: string[] }) => {
    const versionOf = async () => (await must(cloud, clerk, 'panel.getLead', { leadId: one })).version;
    await must(cloud, clerk, 'panel.acceptLead', { leadId: one, version: await versionOf() });
    await must(cloud, clerk, 'panel.adoptLead', { leadId: one, version: await versionOf() });
    const asked = { leadId: one, version: await versionOf(), ...units, workingDays: 10 };
    await must(cloud, clerk, 'panel.handOver', asked);
  };
  await handedOver(leadId, { unitId: HOUSING_UNIT, supportingUnitIds: [helping.id] });
  await handedOver(items[0]?.id ?? '', { unitId: answering.id });
  for (const { id } of [helping, answering])
    expect(await refusalOf(cloud, administrator, 'panel.saveDirectory', await save(id, null))).toMatchObject({
      message: '已经有线索记在它名下，不能去掉，可以停用。',
    });
});
