print("import later")
import _shop as top
from . import version as shop_version
from ._stock.items import count
value = (top.version, shop_version, count)
