"""Does an agent's tasks on the desk in Firefox, by keyboard alone, and prints the faults.

    python3 tests/desk/firefox.py ENTRY-PAGE ADDRESS GECKODRIVER

It needs firefox-esr, geckodriver and selenium. Faults are: a message of the console, a page in another language than the
first, a task that does not come to its end. Exit status 1 if there is a fault.
"""

import pathlib
import sys
import time

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.firefox.service import Service
from selenium.webdriver.support.ui import WebDriverWait

entry, address, geckodriver = sys.argv[1:4]
faults = []
options = webdriver.FirefoxOptions()
options.add_argument("-headless")
options.enable_bidi = True
# Nothing is asked of anybody but the desk.
for name in ["network.captive-portal-service.enabled", "network.connectivity-service.enabled", "app.update.enabled"]:
    options.set_preference(name, False)
browser = webdriver.Firefox(options=options, service=Service(geckodriver, log_output="/dev/null"))
browser.script.add_console_message_handler(lambda said: faults.append(f"console: {said.text}"))
browser.script.add_javascript_error_handler(lambda said: faults.append(f"error: {said.text}"))


def wait(condition):
    return WebDriverWait(browser, 30).until(condition)


def press(key):
    browser.switch_to.active_element.send_keys(key)


def tab_to(selector):
    """Presses Tab until the element has the focus."""
    for _ in range(200):
        if browser.execute_script("return document.activeElement.matches(arguments[0])", selector):
            return
        press(Keys.TAB)
    raise WebDriverException(f"the Tab key does not reach {selector} on {browser.current_url}")


def type_into(selector, text):
    tab_to(selector)
    press(Keys.CONTROL + "a")
    press(text)


def follow(selector):
    """Presses a button or follows a link, and waits for the next page."""
    tab_to(selector)
    page = browser.find_element(By.TAG_NAME, "html")
    press(Keys.ENTER)
    wait(lambda _: is_gone(page))
    wait(lambda _: browser.execute_script("return document.readyState") == "complete")


def is_gone(element):
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


def title():
    return browser.find_element(By.TAG_NAME, "h1").text


started = time.monotonic()
try:
    browser.get(pathlib.Path(entry).resolve().as_uri())
    wait(lambda _: browser.current_url == f"http://{address}/qui")
    type_into("#nom", "Ruth Mwamba")
    type_into("#motif", "Contrôle")
    follow("button.main")
    assert "Kimbanseke" in title(), title()
    follow("nav a[href='/chercher']")
    type_into("#texte", "Kabongo")
    follow("form[role=search] button.main")
    follow(".cards a")
    name = title()
    follow("a[href$='/releve']")
    assert name in browser.page_source, name
    # Going back shows the page before, not a form that is sent again.
    browser.back()
    assert title() == name, title()
    for link in [link.get_attribute("href") for link in browser.find_elements(By.CSS_SELECTOR, "nav a")]:
        browser.get(link)
        lang = browser.find_element(By.TAG_NAME, "html").get_attribute("lang")
        assert title() and lang == "fr", link
    follow("a[href='/fermer']")
    follow("button[name='fermer']")
    assert browser.find_elements(By.CSS_SELECTOR, "[role=status]"), browser.page_source
except (AssertionError, WebDriverException) as fault:
    faults.append(f"{browser.current_url}: {fault}")
browser.quit()
print(f"Firefox: {time.monotonic() - started:.1f} s, {len(faults)} faults")
print("\n".join(faults))
sys.exit(1 if faults else 0)
