"use strict";

(function () {
    const main = document.getElementById("main");
    const said = document.getElementById("said");
    const light = document.getElementById("live");

    // --- what a page shows of itself: times of the viewer's zone, ids to copy

    const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
    const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
    const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });

    function ago(time) {
        const seconds = (time - Date.now()) / 1000;
        const size = Math.abs(seconds);
        if (size < 60) { return AGO.format(Math.round(seconds), "second"); }
        if (size < 3600) { return AGO.format(Math.round(seconds / 60), "minute"); }
        if (size < 86400) { return AGO.format(Math.round(seconds / 3600), "hour"); }
        return DAY.format(time);
    }

    function tellTimes() {
        document.querySelectorAll("time[datetime]").forEach(function (element) {
            const time = new Date(element.dateTime);
            if (!isNaN(time)) {
                element.textContent = ago(time);
                element.title = EXACT.format(time) + " (" + element.dateTime + ")";
            }
        });
    }

    function say(text, tone) {
        said.className = "said " + (tone || "");
        said.textContent = text;
    }

    // --- what people do goes through the API, as for machines

    function fields(form) {
        const values = {};
        new FormData(form).forEach(function (value, name) {
            const text = value.trim();
            if (text !== "") {
                values[name] = form.elements[name].dataset.list ? text.split("\n").map(l => l.trim()).filter(l => l) : text;
            }
        });
        return form.dataset.in ? { [form.dataset.in]: values } : values;
    }

    function blame(form, errors) {
        form.querySelectorAll("[aria-invalid]").forEach(function (input) {
            input.removeAttribute("aria-invalid");
            input.setCustomValidity("");
        });
        errors.forEach(function (error) {
            const input = form.elements[error.field.split(".").pop().replace(/\[.*/, "")];
            if (input && input.setCustomValidity) {
                input.setAttribute("aria-invalid", "true");
                input.focus();
            }
        });
    }

    async function answerOf(method, address, body) {
        const response = await fetch(address, {
            method: method,
            headers: { "Content-Type": "application/json", "Prefer": "return=representation" },
            body: method === "DELETE" ? undefined : body || "{}"
        });
        const text = await response.text();
        return { ok: response.ok, status: response.status, body: text ? JSON.parse(text) : {} };
    }

    function reason(answer) {
        const errors = (answer.body.errors || []).map(e => e.field + " " + e.message).join("; ");
        return (errors || answer.body.detail || "The bridge answered " + answer.status) + ".";
    }

    async function act(source, method, address, body, then) {
        const buttons = source.matches("form") ? source.querySelectorAll("button") : [source];
        buttons.forEach(button => { button.disabled = true; });
        try {
            const answer = await answerOf(method, address, body);
            if (source.matches("form")) {
                blame(source, answer.body.errors || []);
            }
            if (!answer.ok) {
                say(reason(answer), "bad");
            } else if (source.dataset.show) {
                say("The token, shown only now: " + answer.body[source.dataset.show], "good");
                source.reset();
                refresh();
            } else if (then && answer.body.id !== undefined) {
                location.href = then + answer.body.id;
            } else {
                say(then ? "There is nothing left to do: it is done, or under way already." : "Done.", "good");
                refresh();
            }
        } catch (away) {
            say("The bridge cannot be reached. Nothing was done, as far as this page knows.", "bad");
        } finally {
            buttons.forEach(button => { button.disabled = false; });
        }
    }

    document.addEventListener("submit", function (event) {
        const form = event.target;
        if (form.dataset.api) {
            event.preventDefault();
            act(form, "POST", form.dataset.api, JSON.stringify(fields(form)), form.dataset.then);
        } else if (form.method === "get") {
            // Addresses are for sharing: what nobody filled in is left out.
            Array.from(form.elements).forEach(input => { input.disabled = input.name && !input.value; });
        }
    });

    document.addEventListener("click", function (event) {
        const button = event.target.closest("button");
        if (!button) { return; }
        if (button.dataset.copy) {
            navigator.clipboard.writeText(button.dataset.copy);
            button.classList.add("copied");
            setTimeout(() => button.classList.remove("copied"), 1200);
        }
        const address = button.dataset.post || button.dataset.delete;
        if (address && (!button.dataset.confirm || window.confirm(button.dataset.confirm))) {
            act(button, button.dataset.post ? "POST" : "DELETE", address, "", button.dataset.then);
        }
    });

    // --- live: what has changed is read again from the server, and put in place of what is shown

    let reading = false;
    let again = false;

    function runScripts(part) {
        const nonce = (document.querySelector("script[nonce]") || {}).nonce;
        part.querySelectorAll("script").forEach(function (old) {
            const fresh = document.createElement("script");
            if (nonce) { fresh.nonce = nonce; }
            fresh.textContent = old.textContent;
            old.replaceWith(fresh);
        });
    }

    function replace(part, fresh) {
        const focused = part.contains(document.activeElement) ? document.activeElement : null;
        const open = Array.from(part.querySelectorAll("details")).map(one => one.open);
        const scrolled = Array.from(part.querySelectorAll(".wide, .log")).map(one => [one.scrollLeft, one.scrollTop]);
        const again = focused && Array.from(part.querySelectorAll(focused.tagName)).indexOf(focused);
        part.innerHTML = fresh;
        part.querySelectorAll("details").forEach((one, i) => { if (i in open) { one.open = open[i]; } });
        part.querySelectorAll(".wide, .log").forEach((one, i) => {
            if (i in scrolled) { [one.scrollLeft, one.scrollTop] = scrolled[i]; }
        });
        if (focused) {
            const same = part.querySelectorAll(focused.tagName)[again];
            if (same) { same.focus({ preventScroll: true }); }
        }
        runScripts(part);
        tellTimes();
    }

    /** Leaves out what is new each time it is read and says nothing. */
    function comparable(html) {
        return html.replace(/ nonce="[^"]*"/g, "").replace(/value="[^"]*ViewState[^"]*"/g, "");
    }

    let shown = null;

    async function refresh() {
        if (reading) { again = true; return; }
        if (window.getSelection().toString()) { later(2000); return; }
        reading = true;
        try {
            const response = await fetch(location.href, { headers: { "X-Live": "true" }, redirect: "manual" });
            if (response.type === "opaqueredirect") { location.reload(); return; }
            if (response.ok) {
                const page = new DOMParser().parseFromString(await response.text(), "text/html");
                const fresh = page.getElementById("content").innerHTML;
                if (comparable(fresh) !== shown) {
                    shown = comparable(fresh);
                    replace(document.getElementById("content"), fresh);
                }
            }
        } catch (away) {
            // The light says so.
        } finally {
            reading = false;
            if (again) { again = false; later(300); } else { soon(); }
        }
    }

    /** Pages that show progress ask for more of it. */
    function soon() {
        const running = document.querySelector("[data-refresh]");
        if (running) { later(Number(running.dataset.refresh)); }
    }

    let next = null;

    /** One at a time: each that went off would ask for the one behind it. */
    function later(pause) {
        clearTimeout(next);
        next = setTimeout(refresh, pause);
    }

    let last = null;
    let pause = 1000;
    let due = null;

    function changed() {
        if (!due) { due = setTimeout(function () { due = null; refresh(); }, 400); }
    }

    function listen() {
        const channels = (main.dataset.live || "").split(" ").filter(one => one);
        if (!channels.length) { light.textContent = ""; return; }
        const socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/ws/events");
        socket.onopen = function () {
            pause = 1000;
            light.textContent = "live";
            light.classList.add("on");
            channels.forEach(channel => socket.send(JSON.stringify({ type: "subscribe", channel: channel })));
            if (last !== null) { changed(); }
        };
        socket.onmessage = function (message) {
            const event = JSON.parse(message.data);
            if (event.type === "event") { last = event.id; changed(); }
        };
        socket.onclose = function () {
            light.textContent = "offline";
            light.classList.remove("on");
            last = 0;
            setTimeout(listen, pause);
            pause = Math.min(pause * 2, 30000);
        };
    }

    if (window.matchMedia("(max-width: 60rem)").matches) {
        document.querySelector("details.menu").open = false;
    }
    shown = null;
    tellTimes();
    setInterval(tellTimes, 30000);
    listen();
    soon();
    if (location.hash.startsWith("#L")) {
        const line = document.querySelector(location.hash);
        if (line) { line.scrollIntoView({ block: "center" }); }
    }
})();
