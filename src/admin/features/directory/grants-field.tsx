import type { Grant } from '@contract/directory';
import { Button } from 'tdesign-react/es/button';
import type { References } from './references';

/** Roles that are given here; offices of townships have terms. */
const ROLES = ['member', 'unitOfficer', 'staff', 'leader', 'administrator'] as const;
const ROLE_WORDS: Record<(typeof ROLES)[number], string> = {
  member: '委员',
  unitOfficer: '承办单位经办人',
  staff: '政协机关工作人员',
  leader: '领导',
  administrator: '管理员',
};

interface GrantsFieldProps {
  grants: readonly Grant[];
  references: References;
  onChange: (grants: Grant[]) => void;
}

/** What a person may do: a role each, with its sector and township, or its unit. */
export function GrantsField({ grants, references, onChange }: GrantsFieldProps) {
  const change = (at: number, grant: Grant): void =>
    onChange(grants.map((one, index) => (index === at ? grant : one)));
  return (
    <fieldset className="grants">
      <legend className="field__label">身份</legend>
      {grants.map((grant, at) => (
        // A grant has no other name than its place in the list.
        <div key={at} className="grants__row">
          <select
            className="native-select"
            aria-label={`第 ${at + 1} 个身份`}
            value={grant.role}
            onChange={({ target }) => change(at, { role: target.value as Grant['role'] })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_WORDS[role]}
              </option>
            ))}
          </select>
          <Where grant={grant} references={references} onChange={(next) => change(at, next)} />
          <Button
            variant="text"
            size="small"
            aria-label={`去掉第 ${at + 1} 个身份`}
            onClick={() => onChange(grants.filter((_, index) => index !== at))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button
        variant="text"
        theme="primary"
        size="small"
        onClick={() => onChange([...grants, { role: 'member' }])}
      >
        ＋ 再加一个身份
      </Button>
    </fieldset>
  );
}

/** Which sector, township or unit the role is for. */
function Where({
  grant,
  references,
  onChange,
}: {
  grant: Grant;
  references: References;
  onChange: (grant: Grant) => void;
}) {
  if (grant.role === 'unitOfficer')
    return (
      <Choice
        label="单位"
        value={grant.unitId}
        choices={references.units}
        onChange={(unitId) => onChange({ ...grant, unitId })}
      />
    );
  if (grant.role !== 'member') return null;
  return (
    <>
      <Choice
        label="界别"
        value={grant.sectorId}
        choices={references.sectors}
        onChange={(sectorId) => onChange({ ...grant, sectorId })}
      />
      <Choice
        label="乡镇（可不选）"
        value={grant.townshipId}
        choices={references.townships}
        onChange={(townshipId) => {
          const { townshipId: _, ...rest } = grant;
          onChange(townshipId ? { ...rest, townshipId } : rest);
        }}
      />
    </>
  );
}

function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | undefined;
  choices: References['sectors'];
  onChange: (id: string) => void;
}) {
  return (
    <select
      className="native-select"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{label}</option>
      {choices
        .filter(({ id, retired }) => !retired || id === value)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}
