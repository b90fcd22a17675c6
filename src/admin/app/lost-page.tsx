import { Empty } from '../components/states';

/** Shown when a page broke; the way out is a full reload. */
export function LostPage() {
  return (
    <main>
      <Empty title="这一页没有打开">
        <p>
          可能是版本刚更新过。<a href="./">重新打开工作台</a>
        </p>
      </Empty>
    </main>
  );
}
