// Extra for who has script; every page works without it. Focus on what is wrong, and a count of what was typed.
(function () {
  "use strict";
  var summary = document.querySelector(".errors");
  if (summary) { summary.focus(); }
  document.querySelectorAll("form[data-once]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent === "yes") { event.preventDefault(); }
      form.dataset.sent = "yes";
      window.setTimeout(function () { form.dataset.sent = ""; }, 10000);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.shiftKey) { window.location.replace("/weg"); }
  });
}());
