from tests.ui.test_accessibility import *
def test_dbg(opened):
    opened.window.go_to(PageTarget(PageId.PLAN))
    QApplication.sendPostedEvents()
    from smartstad_desktop.ui.plan.commitments import Commitments
    (c,)=opened.window.findChildren(Commitments)
    w=c
    while w is not None:
        print(type(w).__name__, w.size(), w.minimumSizeHint(), w.sizeHint()); w=w.parentWidget()
    print(c._sheet.size(), c._sheet.sizeHint())
    for i in range(5): QApplication.processEvents(); print(i, c.size(), c._sheet.size())
