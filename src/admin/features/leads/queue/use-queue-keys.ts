import { useRef } from 'react';
import { useShortcuts, type Shortcuts } from '../../../components/use-shortcuts';

export const QUEUE_KEYS: [key: string, meaning: string][] = [
  ['j 或 ↓', '下一条'],
  ['k 或 ↑', '上一条'],
  ['Enter', '打开这一条'],
  ['a', '受理（接收、认领）这一条，或选中的'],
  ['x', '选中这一条，再按一次取消'],
  ['Shift + x', '从上次选的一直选到这一条'],
  ['z', '撤销刚才那一步（发出以前）'],
  ['g 再按 n', '看新来的'],
  ['g 再按 m', '看等我处理的'],
  ['g 再按 t', '看今天到期的'],
  ['g 再按 l', '看已超期的'],
  ['g 再按 w', '看等别人的'],
  ['g 再按 a', '看全部'],
  ['/', '按编号查找'],
  ['Esc', '取消选择'],
  ['?', '打开这张说明'],
];

/** After a g, the next letter within this time says where to go. */
const GO_MS = 1_500;

/** The keys of the queue: single ones, and those that follow a g. */
export function useQueueKeys(keys: Shortcuts, afterG: Shortcuts): void {
  const goesUntil = useRef(0);
  const goesOr = (letter: string) => (): void => {
    const isGoing = performance.now() < goesUntil.current;
    goesUntil.current = 0;
    (isGoing ? (afterG[letter] ?? keys[letter]) : keys[letter])?.();
  };
  const letters = new Set([...Object.keys(keys), ...Object.keys(afterG)]);
  useShortcuts({
    ...Object.fromEntries([...letters].map((letter) => [letter, goesOr(letter)])),
    g: () => {
      goesUntil.current = performance.now() + GO_MS;
    },
  });
}
