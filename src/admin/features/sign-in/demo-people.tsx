import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../platform/services';

interface DemoPeopleProps {
  ticket: string | null;
  onConfirmed: () => Promise<unknown>;
}

/** The people of the demonstration county, one tap each; nothing at all where there is no local cloud. */
export function DemoPeople({ ticket, onConfirmed }: DemoPeopleProps) {
  const { demo } = useServices();
  const people = useQuery({ queryKey: ['demo-identities'], queryFn: () => demo.list(), staleTime: Infinity });
  const [problem, setProblem] = useState<string | null>(null);
  if (!people.data || people.data.length === 0) return null;

  const confirm = async (openid: string): Promise<void> => {
    if (!ticket) return;
    setProblem(await demo.confirmSignIn(openid, ticket));
    await onConfirmed();
  };
  return (
    <section className="demo-people" aria-label="演示身份">
      <h2>演示身份</h2>
      <p className="quiet">只在本机演示时出现。点一下，就当是这个人用微信扫了码。</p>
      <ul className="demo-people__list">
        {people.data.map(({ openid, name, note }) => (
          <li key={openid}>
            <button
              type="button"
              className="demo-people__one"
              disabled={!ticket}
              onClick={() => void confirm(openid)}
            >
              <strong>{name}</strong>
              <span>{note}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="demo-people__problem">
        {problem}
      </p>
    </section>
  );
}
