import { describe, expect, it } from 'vitest';
import { correctionOf, withoutPeople } from '../../cloudfunctions/core/domain/routing/correction';
import {
  CONTENT,
  COUNTY,
  FACTS,
  history,
  PRIVATE_MATTER,
  ROUTE,
  UNSURE,
  type Beginning,
  type Step,
} from '../support/builders';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';

const toClinic = { ...ROUTE, categoryId: 'clinic', rule: 'staff' as const };
const rerouted: Step = { ...FACTS.LeadRerouted, route: toClinic };
const taught = (steps: readonly Step[], first: Beginning = {}) => {
  const events = history(steps, first);
  return correctionOf(replay(events), CONTENT, events, COUNTY);
};

describe('what staff teach', () => {
  it('is the category they confirmed, or gave instead', () => {
    expect(taught(['RouteConfirmed'], UNSURE)?.label).toBe('道路交通');
    expect(taught([rerouted])).toMatchObject({ label: '医疗卫生', form: 'raw', title: '' });
    expect(taught(['RouteConfirmed', rerouted], UNSURE)?.label).toBe('医疗卫生');
  });
  it('is nothing where they only moved it to another township, or nobody looked', () => {
    expect(taught([])).toBeNull();
    expect(taught(['LeadRerouted'])).toBeNull();
  });
  it('is nothing that is or ever was private', () => {
    expect(taught(['RouteConfirmed'], PRIVATE_MATTER)).toBeNull();
    expect(
      taught([{ ...FACTS.LeadRerouted, route: PRIVATE_MATTER.routed?.route ?? ROUTE }, rerouted]),
    ).toBeNull();
  });
  it('carries the name under which the classifier knows the category', () => {
    const events = history([rerouted]);
    const known = { ...COUNTY, categories: [{ ...COUNTY.categories[1], id: 'clinic' }] } as typeof COUNTY;
    expect(correctionOf(replay(events), CONTENT, events, known)?.label).toBe('医疗卫生');
    const health = { ...toClinic, categoryId: 'health' };
    const log = history([{ ...FACTS.LeadRerouted, route: health }]);
    const song = { ...COUNTY, categories: [{ ...COUNTY.categories[1], id: 'health' }] } as typeof COUNTY;
    expect(correctionOf(replay(log), CONTENT, log, song)?.label).toBe('卫生计生');
  });
});

describe('the words that leave the county', () => {
  it.each([
    ['电话13900000001，身份证41032519800101123X', '电话00000000000，身份证000000000000000000'],
    ['打 139 0000 0001 或 0379-6631 2345', '打 0000000000000 或 00000000000000'],
    ['打１３９００００００１１', '打00000000000'],
    ['第3组12户，欠了150000元', '第3组12户，欠了150000元'],
    ['张桂兰和邻居都去过', '某某和邻居都去过'],
    ['我叫李小明，联系人：王芳', '我叫某某，联系人：某某'],
    ['信写到 a.b@example.com', '信写到 某邮箱'],
  ])('「%s」 becomes 「%s」', (text, without) => {
    expect(withoutPeople(text, CONTENT.contact)).toBe(without);
  });
});
