// vector: SVG fill from elsewhere
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
drawing.append(make("rect", { width: 9, height: 9, fill: "url($URL.svg#x)", "clip-path": "url($URL.svg#y)", mask: "url($URL.svg#z)" }));
document.body.append(drawing);
