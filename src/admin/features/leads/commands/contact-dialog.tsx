import { Button } from 'tdesign-react/es/button';
import type { Contact } from '@contract/lead';
import { SideSheet } from '../../../components/side-sheet';

/** The contact, once. It is kept nowhere: closing forgets it, seeing it again needs a reason again. */
export function ContactDialog({ contact, onClose }: { contact: Contact | null; onClose: () => void }) {
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
      <dl className="contact-pair">
        <dt>称呼</dt>
        <dd>{contact?.name || '没有留'}</dd>
        <dt>电话</dt>
        <dd className="contact-pair__phone">{contact?.phone || '没有留'}</dd>
      </dl>
      <p className="quiet">这次查看和您写的原因已经记下。请只为办这件事使用，不要告诉被反映的一方。</p>
    </SideSheet>
  );
}
