import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEMPLATE_USES, type Template } from '@contract/directory';
import { NOTE_MAX } from '@contract/limits';
import { BLANK, fillTemplate, hasBlank, templatesFor, type TemplateFacts } from '@shared/templates';

const FACTS: TemplateFacts = {
  number: '260310-000001',
  townshipName: '城关镇',
  placeName: '城关镇安康社区',
  categoryName: '道路交通',
  unitName: '县交通运输局',
};
const file = resolve(import.meta.dirname, '../../cloudfunctions/setup/content/templates.json');
const templates = JSON.parse(readFileSync(file, 'utf8')) as Template[];

describe('a ready-made text', () => {
  test('carries the lead’s own facts where the county put a placeholder', () => {
    expect(fillTemplate('到{乡镇}，报编号 {编号}，找{单位}。', FACTS)).toBe(
      '到城关镇，报编号 260310-000001，找县交通运输局。',
    );
  });
  test('leaves a blank to be written by hand where the lead tells nothing, or the placeholder is unknown', () => {
    expect(fillTemplate('到{乡镇}', { ...FACTS, townshipName: '' })).toBe(`到${BLANK}`);
    expect(fillTemplate('{姓名}{constructor}', FACTS)).toBe(`${BLANK}${BLANK}`);
    expect(hasBlank(fillTemplate('到{乡镇}', { ...FACTS, townshipName: '' }))).toBe(true);
  });
  test('never shows a brace, whatever the county wrote into it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '编号', '乡镇', '路', '{编号}')), (parts) => {
        expect(fillTemplate(parts.join(''), FACTS)).not.toMatch(/\{(编号|乡镇|地点|类别|单位)\}/);
      }),
    );
  });
});

describe('the texts of the county', () => {
  test('are at hand for every use, each named once and short enough to be sent', () => {
    for (const use of TEMPLATE_USES)
      expect(templatesFor(use, templates, FACTS).length, use).toBeGreaterThan(1);
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    for (const { text } of templates) expect(text.length).toBeLessThan(NOTE_MAX / 2);
  });
  test('know every placeholder they use', () => {
    for (const { text } of templates) {
      expect(fillTemplate(text.replaceAll(BLANK, ''), FACTS)).not.toContain(BLANK);
    }
  });
});
