import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import './toast.css';

const SHOWN_FOR = 6000;
const ToastContext = createContext<(sentence: string) => void>(() => undefined);

/** Says in one sentence that something was done; read aloud, gone by itself. */
export function useToast(): (sentence: string) => void {
  return useContext(ToastContext);
}

/** The place at the bottom where done things are said, around everything that may say them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback((words: string) => {
    clearTimeout(timer.current);
    setSentence(words);
    timer.current = setTimeout(() => setSentence(null), SHOWN_FOR);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">
        {sentence && <p className="toast">{sentence}</p>}
      </div>
    </ToastContext.Provider>
  );
}
