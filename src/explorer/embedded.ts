/** Whether the page stands in another one: then it is the drawing alone. */
export const isEmbedded = new URLSearchParams(location.search).get('embed') === '1';
