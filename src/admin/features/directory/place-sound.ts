/**
 * Pinyin of a place name as the functions look it up: without tones, syllables apart, ü as v. The dictionary is 150 KB
 * and fetched only when a name is saved.
 */
export async function soundOf(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  return pinyin(name, { toneType: 'none', v: true, type: 'array' }).join(' ').toLowerCase();
}
