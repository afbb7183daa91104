import urllib.error
import urllib.request

with urllib.request.urlopen("/delay/20") as response:
    print(response.status, response.reason, response.read(), response.headers.get_content_type())
response = urllib.request.urlopen(urllib.request.Request("/bytes/200000", headers={"X-Test": "1"}))
print(len(response.read(10)), response.read(3), len(response.read()), response.getheader("Content-Length"))
try:
    urllib.request.urlopen("/delay/nothing")
except urllib.error.HTTPError as error:
    print(error.code, isinstance(error, OSError), len(error.read()) > 0)
try:
    urllib.request.urlopen("/delay/5000", timeout=0.05)
except TimeoutError as error:
    print(repr(error))
try:
    urllib.request.urlopen("gopher://x/")
except urllib.error.URLError as error:
    print(error)
print(urllib.request.urlopen("data:text/plain,a%20b").read())
