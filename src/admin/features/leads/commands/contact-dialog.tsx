import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { Contact } from '@contract/lead';
import { sayFully } from '@shared/dates';
import { SideSheet } from '../../../components/side-sheet';
import { useServices } from '../../../platform/services';
import { useMe } from '../../../platform/use-panel';

/** The contact, once. It is kept nowhere: closing forgets it, seeing it again needs a reason again. */
export function ContactDialog({
  contact,
  person,
  onClose,
}: {
  contact: Contact | null;
  /** Whom it was filed for, where that was somebody else. */
  person?: Contact;
  onClose: () => void;
}) {
  return (
    <SideSheet
      title="群众的联系方式"
      open={contact !== null}
      onClose={onClose}
      footer={
        <Button theme="primary" onClick={onClose}>
          看过了，关上
        </Button>
      }
    >
      {contact && <Shown contact={contact} person={person} />}
      <p className="quiet">这次查看和您写的原因已经记下。请只为办这件事使用，不要告诉被反映的一方。</p>
    </SideSheet>
  );
}

/** So many times the reader's name runs across the number: whatever part is photographed carries it. */
const MARKS = 72;

/** A photograph of the screen tells who looked, and when. */
function Shown({ contact, person }: { contact: Contact; person?: Contact }) {
  const { now } = useServices();
  const [seenAt] = useState(now);
  const name = useMe().data?.name ?? '';
  const mark = `${name} ${sayFully(seenAt)}`;
  return (
    <div className="contact-shown">
      <dl className="contact-pair">
        <dt>称呼</dt>
        <dd>{contact.name || '没有留'}</dd>
        <dt>电话</dt>
        <dd className="contact-pair__phone">{contact.phone || '没有留'}</dd>
        {person && (
          <>
            <dt>本人（代办）</dt>
            <dd>{person.name || '没有留称呼'}</dd>
            <dt>本人电话</dt>
            <dd className="contact-pair__phone">{person.phone || '没有留'}</dd>
          </>
        )}
      </dl>
      <p className="contact-shown__by">{mark} 查看</p>
      <div className="contact-shown__marks" aria-hidden="true" data-watermark>
        {Array.from({ length: MARKS }, (_, index) => (
          <span key={index}>{mark}</span>
        ))}
      </div>
    </div>
  );
}
