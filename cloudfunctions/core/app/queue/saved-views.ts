import { VIEWS_MAX } from '@contract/limits';
import type { SavedView } from '@contract/views';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';

type Views = Result<{ views: SavedView[] }>;

/** The lists the officer keeps, in the order they were first kept. */
export async function listViews(_input: unknown, { ports, caller }: Call<OfficerCaller>): Promise<Views> {
  return done({ views: (await ports.views.read(caller.account.id)).views });
}

/** Keeps a list, or changes the one with this id. INVALID_INPUT once there are too many. */
export function saveView(view: SavedView, call: Call<OfficerCaller>): Promise<Views> {
  return change(call, (views) => {
    const others = views.filter(({ id }) => id !== view.id);
    if (others.length >= VIEWS_MAX) {
      return refuse('INVALID_INPUT', `最多存 ${VIEWS_MAX} 个名单，请先删掉不用的。`, { field: 'name' });
    }
    // Ids begin with the moment they were made, so that an undone deletion puts a view back in its place.
    return done([...others, view].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
}

/** Forgets a list; forgetting it twice is the same. */
export function deleteView({ id }: { id: string }, call: Call<OfficerCaller>): Promise<Views> {
  return change(call, (views) => done(views.filter((view) => view.id !== id)));
}

/** Two browsers of one person may change their lists at once: the slower one begins again from what is stored. */
async function change(
  { ports, caller }: Call<OfficerCaller>,
  next: (views: SavedView[]) => Result<SavedView[]>,
): Promise<Views> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const stored = await ports.views.read(caller.account.id);
    const views = next(stored.views);
    if (!views.ok) return views;
    if (await ports.views.write(caller.account.id, views.value, stored.version))
      return done({ views: views.value });
  }
  return refuse('VERSION_CONFLICT');
}
