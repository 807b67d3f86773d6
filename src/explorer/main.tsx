/** Starts the page. */
import { render } from 'preact';
import { begin } from './follow.ts';
import { App } from './parts/app.tsx';

begin();
render(<App />, document.getElementById('page')!);
