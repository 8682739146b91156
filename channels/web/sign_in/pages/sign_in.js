// Takes the secret out of the link's address, where no server, log or link preview sees it, and says whose link it is.
"use strict";

const code = document.getElementById("code");
const secret = location.hash.slice(1);

if (/^[\w-]{20,100}$/.test(secret)) {
  history.replaceState(null, "", location.pathname + location.search);
  code.value = secret;
  document.getElementById("by-hand").hidden = true;
  document.getElementById("wrong")?.remove();
  ask().catch(() => {});
}

async function ask() {
  const whose = document.getElementById("whose");
  const answer = await fetch("/api/sign_in/whose", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code: secret }),
  });
  if (answer.ok) {
    const { name } = await answer.json();
    document.getElementById("lead").hidden = true;
    whose.textContent = whose.dataset.said.replace("{name}", () => name);
  } else if (answer.status === 404) {
    whose.className = "wrong";
    whose.textContent = whose.dataset.wrong;
    document.getElementById("by-hand").hidden = false;
    code.value = "";
  }
}
