import { useRouter } from '@tarojs/taro';

/** The parameters this page was opened with, decoded. */
export function useParams(): Partial<Record<string, string>> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decode(value)]),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
