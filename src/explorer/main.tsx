/** Starts the page: follows the scene, and renders what it has. */
import { render } from 'preact';
import { begin } from './follow.ts';
import { App } from './parts/app.tsx';

begin();
render(<App />, document.getElementById('page')!);
