// Lets a reader step through the stories. Without it, the lists below the pictures tell the same.
"use strict";
{
  const made = (name, kind, words = "") => Object.assign(document.createElement(name), { className: kind, textContent: words });
  const button = (words, label, act) => {
    const one = made("button", "", words);
    one.type = "button";
    one.setAttribute("aria-label", label);
    one.addEventListener("click", act);
    return one;
  };

  const player = (story) => {
    const steps = [...story.querySelectorAll(".steps > li")];
    const marks = [...story.querySelectorAll(".picture .mark")];
    const tracks = [...story.querySelectorAll(".picture .track")];
    const frame = story.querySelector(".picture");
    const list = story.querySelector("details");
    const panel = made("div", "now");
    const count = made("span", "count");
    let at = 0;

    const show = (wanted) => {
      at = Math.max(0, Math.min(steps.length - 1, wanted));
      count.textContent = `Step ${at + 1} of ${steps.length}`;
      panel.className = `now ${steps[at].className}`;
      panel.replaceChildren(...[...steps[at].childNodes].map((node) => node.cloneNode(true)));
      steps.forEach((step, i) => (i === at ? step.setAttribute("aria-current", "step") : step.removeAttribute("aria-current")));
      const place = marks.find((mark) => Number(mark.dataset.step) === at).style.left;
      marks.forEach((mark) => {
        const step = Number(mark.dataset.step);
        mark.classList.toggle("on", step === at);
        mark.classList.toggle("later", step > at);
      });
      frame.scrollLeft = (frame.scrollWidth * parseFloat(place)) / 100 - frame.clientWidth / 2;
      tracks.forEach((track) => track.style.setProperty("--now", place));
      back.setAttribute("aria-disabled", String(at === 0));
      next.setAttribute("aria-disabled", String(at === steps.length - 1));
    };

    const back = button("◀ Back", "Step back", () => show(at - 1));
    const next = button("Next ▶", "Next step", () => show(at + 1));
    const bar = made("div", "bar");
    const keys = made("span", "keys", "keys ◀ ▶");
    bar.append(back, count, next, keys);
    marks.forEach((mark) => mark.addEventListener("click", () => { show(Number(mark.dataset.step)); next.focus({ preventScroll: true }); }));
    story.classList.add("plays");
    story.insertBefore(bar, story.querySelector(".picture"));
    story.insertBefore(panel, story.querySelector(".picture"));
    list.open = false;
    show(0);
    panel.setAttribute("aria-live", "polite");
    return { story, list, show, by: (step) => show(at + step), last: () => show(steps.length - 1) };
  };

  const players = [...document.querySelectorAll(".story:has(.picture)")].map(player);
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  };
  const scrolls = (target) => target.classList?.contains("long");
  const meant = (target) =>
    players.find((one) => one.story.contains(target)) ||
    players.filter((one) => seen(one.story) > 80).sort((a, b) => seen(b.story) - seen(a.story))[0];

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || scrolls(event.target)) return;
    const one = meant(event.target);
    const act = one && { ArrowLeft: () => one.by(-1), ArrowRight: () => one.by(1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  addEventListener("beforeprint", () => players.forEach((one) => { one.list.open = true; }));
}
