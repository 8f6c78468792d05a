// Without this script the page is whole; with it, the field hides what does not hold what is typed.
const field = document.getElementById('search');
field.hidden = false;
field.addEventListener('input', () => {
  const sought = field.value.trim().toLowerCase();
  const holds = element => element.textContent.toLowerCase().includes(sought);
  for (const article of document.querySelectorAll('article')) {
    article.hidden = !holds(article);
    const inTitle = holds(article.querySelector('h3'));
    for (const row of article.querySelectorAll('tbody tr')) {
      row.hidden = !inTitle && !holds(row) && !holds(article.querySelector('dl'));
    }
  }
  for (const part of document.querySelectorAll('section.part')) {
    part.hidden = ![...part.querySelectorAll('article')].some(article => !article.hidden);
  }
});
