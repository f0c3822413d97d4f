const view = document.querySelector('rainier-view');
const output = document.querySelector('output');
const slider = document.querySelector('input');
const tell = (error) => {
  output.textContent = error.message;
};

for (const button of document.querySelectorAll('[data-fly]'))
  button.addEventListener('click', () => view.flyTo(button.dataset.fly).catch(tell));
slider.addEventListener('input', () => view.seek(slider.valueAsNumber).catch(tell));

view.addEventListener('state', ({ detail: { view: seen, time } }) => {
  output.textContent = `${seen.at || 'the campus'}, ${time.seconds.toFixed(1)} s`;
});
