/** Starts the page. */
import { render } from 'preact';
import { App } from './parts/app.tsx';
import { begin } from './state.ts';

begin();
render(<App />, document.getElementById('page')!);
