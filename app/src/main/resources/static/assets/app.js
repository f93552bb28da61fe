// Everything works without this script; with it some things are quicker.
"use strict";

// Files can be dropped on a form.
document.querySelectorAll("[data-drop]").forEach((form) => {
  const input = form.querySelector("input[type=file]");
  ["dragover", "dragleave", "drop"].forEach((kind) =>
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("is-over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
      }
    }));
});

// A part of a page that is still changing is fetched again, so that nothing else on the page is lost.
document.querySelectorAll("[data-refresh]").forEach((part) => {
  const again = async () => {
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("[aria-labelledby=" + part.getAttribute("aria-labelledby") + "]");
        if (fresh) {
          part.replaceChildren(...fresh.childNodes);
          if (!fresh.hasAttribute("data-refresh")) {
            return;
          }
        }
      }
    } catch {
      // The server is away; it is asked again.
    }
    setTimeout(again, 1000 * Number(part.dataset.refresh));
  };
  setTimeout(again, 1000 * Number(part.dataset.refresh));
});

// What is typed is kept on the server whenever a field is left; Ctrl+Enter saves, with Shift
// as well it goes on to the next person, but not while a word is being composed.
document.querySelectorAll("[data-draft]").forEach((form) => {
  const status = form.querySelector("[data-draft-status]");
  form.addEventListener("change", async () => {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (answer.ok && !answer.redirected && status) {
      status.textContent = status.dataset.saved;
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit(event.shiftKey ? form.querySelector("[data-and-next]") : null);
    }
  });
});
