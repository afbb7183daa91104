import threading

import requests

response = requests.get("/delay/20", params={"a": [1, 2], "b": "x y"})
print(response, response.ok, response.json(), response.text.strip(), response.encoding)
print(response.url.partition("/delay")[2], response.headers["CONTENT-TYPE"])
with requests.Session() as session:
    session.headers["X-Test"] = "yes"
    print([len(piece) for piece in session.get("/bytes/100000", stream=True).iter_content(40000)])
try:
    requests.get("/delay/nothing").raise_for_status()
except requests.HTTPError as error:
    print(error.response.status_code, not error.response)
try:
    requests.get("/delay/5000", timeout=0.05)
except requests.Timeout as error:
    print(type(error).__name__, isinstance(error, requests.RequestException))
try:
    requests.get("/bytes/5").json()
except requests.JSONDecodeError as error:
    print(type(error).__name__)
seen = []
threads = [threading.Thread(target=lambda n=n: seen.append(requests.get(f"/delay/{n}").json()["delay"])) for n in range(10, 30)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen) == list(range(10, 30)))
