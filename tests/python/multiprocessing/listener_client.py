# Listener and Client: connections by address.
# needs: processes
from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener


def talk(address, key):
    with Client(address, authkey=key) as conn:
        conn.send([2.25, None, "junk", float])
        conn.send_bytes(b"hello")
        assert conn.recv_bytes() == b"thanks"


def intrude(address):
    try:
        Client(address, authkey=b"guess")
    except AuthenticationError as e:
        raise SystemExit(str(e) == "digest sent was rejected" and 7)


if __name__ == "__main__":
    for address in (("localhost", 0), None):
        with Listener(address, authkey=b"secret password") as listener:
            p = Process(target=talk, args=(listener.address, b"secret password"))
            p.start()
            with listener.accept() as conn:
                print(conn.recv(), conn.recv_bytes())
                conn.send_bytes(b"thanks")
                p.join()
                try:
                    conn.recv()
                except EOFError:
                    print("EOF", p.exitcode)
            p = Process(target=intrude, args=(listener.address,))
            p.start()
            try:
                listener.accept()
            except AuthenticationError as e:
                p.join()
                print("AuthenticationError:", e, p.exitcode)
            gone = listener.address
        try:
            Client(gone)
        except OSError as e:
            print(type(e).__name__, e)
