using DgccAssess.EndToEnd.Tests.Harness;

namespace DgccAssess.EndToEnd.Tests.Sweep;

public sealed class FurtherPageSweepTests(Product product) : PageSweep(product)
{
    public static TheoryData<string> Names => NamesOf(half: 1);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task Page_EveryWidthAndDirection_FitsIsOpenToAllAndLoadsFast(string name) => LookAtAsync(name);
}
