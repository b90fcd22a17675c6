import type { Template, TemplateUse } from '@contract/directory';

/** What stands where a template leaves something to be written by hand, or where the lead has nothing to put in. */
export const BLANK = '＿＿';

/** What the placeholders of a template stand for, as far as the lead tells. */
export interface TemplateFacts {
  number: string;
  townshipName: string;
  placeName: string;
  categoryName: string;
  unitName: string;
}

const PLACEHOLDERS: Record<string, keyof TemplateFacts> = {
  编号: 'number',
  乡镇: 'townshipName',
  地点: 'placeName',
  类别: 'categoryName',
  单位: 'unitName',
};

/** The template with the lead's own facts in it; what the lead does not tell, and any unknown placeholder, becomes a blank. */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text.replace(/\{([^{}]*)\}/g, (_whole, name: string) => {
    const fact = Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name] : undefined;
    return (fact && facts[fact]) || BLANK;
  });
}

/** The county's texts for one use, filled in. */
export function templatesFor(
  use: TemplateUse,
  templates: readonly Template[],
  facts: TemplateFacts,
): { name: string; text: string }[] {
  return templates
    .filter((template) => template.use === use)
    .map(({ title, text }) => ({ name: title, text: fillTemplate(text, facts) }));
}

/** Whether a text still has a blank to be written by hand. */
export const hasBlank = (text: string): boolean => text.includes(BLANK);
