/** The picture on paper: what is drawn by the graphics card is blank there. */
import { useEffect, useRef } from 'preact/hooks';
import { toSvg } from '../export/svg.ts';
import { picture } from '../picture.ts';

export function Printed() {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fill = (): void => {
      const { documentElement } = new DOMParser().parseFromString(toSvg({ ...picture(), isDark: false }), 'image/svg+xml');
      sheet.current!.replaceChildren(documentElement);
    };
    const empty = (): void => sheet.current!.replaceChildren();
    window.addEventListener('beforeprint', fill);
    window.addEventListener('afterprint', empty);
    return () => {
      window.removeEventListener('beforeprint', fill);
      window.removeEventListener('afterprint', empty);
    };
  }, []);
  return <div class="printed" ref={sheet} aria-hidden="true" />;
}
