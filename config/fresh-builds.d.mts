export type TargetName = 'functions' | 'local-cloud' | 'admin' | 'h5' | 'weapp';
export const ROOT: string;
export const ALL_TARGETS: TargetName[];
export const TARGETS: Record<
  TargetName,
  { label: string; command: string[]; inputs: string[]; output: string }
>;
export function isFresh(name: TargetName): boolean;
export function ensureBuilt(
  names?: TargetName[],
  options?: { say?: (line: string) => void },
): Promise<TargetName[]>;
