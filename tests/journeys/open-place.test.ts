import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRequestId } from '@shared/request-id';
import { must, refusalOf } from '../support/call';
import { ANKANG_CODE, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const DETING = '410325105';

const clerk = officer('clerk');
const submit = (name: string, text: string) => must(cloud, resident(name), 'resident.submitLead', { text });
const idOfYangzhuang = async (): Promise<string> => {
  const { townships } = await must(cloud, clerk, 'resident.listPlaces', {});
  const village = townships.find(({ id }) => id === DETING)?.villages.find(({ name }) => name === '杨庄村');
  return village?.id ?? '';
};

describe('a village whose name stands twice', () => {
  test('is asked about before submitting', async () => {
    const reading = await must(cloud, resident('asked'), 'resident.readDraft', { text: '杨庄村没有水' });
    expect(reading.place).toBeNull();
    expect(reading.candidates.map(({ name }) => name)).toEqual(['德亭镇杨庄村', '大章镇杨庄村']);
  });

  test('is no question for who scanned a code, or chose', async () => {
    const scanned = await must(cloud, resident('asked'), 'resident.readDraft', {
      text: '杨庄村没有水',
      scene: ANKANG_CODE,
    });
    expect(scanned).toMatchObject({ place: { name: '城关镇安康社区' }, candidates: [] });
    const chosen = await must(cloud, resident('asked'), 'resident.readDraft', {
      text: '杨庄村没有水',
      placeId: DETING,
    });
    expect(chosen).toMatchObject({ place: { name: '德亭镇杨庄村' }, candidates: [] });
  });

  test('waits at the desk until staff say which, and then belongs to the township', async () => {
    const placeId = await idOfYangzhuang();
    const { leadId } = await submit('open', '杨庄村没有水，三天了');
    const open = await must(cloud, clerk, 'staff.getLead', { leadId });
    expect(open).toMatchObject({ placeName: '', owner: { kind: 'countyDesk' } });
    expect(open.route?.placeCandidates?.map(({ name }) => name)).toEqual(['德亭镇杨庄村', '大章镇杨庄村']);

    const { version } = open;
    const requestId = newRequestId();
    const set = await must(cloud, clerk, 'staff.setPlace', { leadId, version, placeId }, requestId);
    expect(set).toMatchObject({
      placeName: '德亭镇杨庄村',
      owner: { kind: 'liaison', townshipId: DETING },
      route: { placeBy: 'staff', townshipId: DETING, placeWords: ['杨庄村'] },
    });
    expect(set.route?.placeCandidates).toBeUndefined();
    expect(set.history?.at(-1)).toMatchObject({ event: 'PlaceSet', text: '地点定为德亭镇杨庄村。' });
    // Sent again, it changes nothing.
    expect(await must(cloud, clerk, 'staff.setPlace', { leadId, version, placeId }, requestId)).toEqual(set);

    const own = await must(cloud, resident('open'), 'resident.getMyLead', { leadId });
    expect(own.timeline.at(-1)?.text).toBe('地点是德亭镇杨庄村。');
  });

  test('is settled by nobody else, and to no place the county does not have', async () => {
    const { leadId } = await submit('refused', '杨庄村没有水，五天了');
    const placeId = await idOfYangzhuang();
    const input = { leadId, version: 1, placeId };
    expect((await refusalOf(cloud, officer('liaison'), 'staff.setPlace', input)).code).toBe('NOT_FOUND');
    const gone = { ...input, placeId: 'nowhere' };
    expect(await refusalOf(cloud, clerk, 'staff.setPlace', gone)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'placeId',
    });
  });
});
