using DgccAssess.Scoring.Disclosure;
using static DgccAssess.Scoring.Tests.Disclosure.Tables;

namespace DgccAssess.Scoring.Tests.Disclosure;

public sealed class NameableTests
{
    private static readonly DisclosureRule Rule = new();
    private static readonly PublishedTable Published = Assert.Single(DisclosureControl.Protect([Table("12 20", "30 40")], Rule).Tables);

    [Theory]
    [InlineData(12, true)]
    [InlineData(11, false)]
    [InlineData(8, false)]
    [InlineData(7, true)]
    [InlineData(0, true)]
    public void UnnamedOfACell_AreNobodyOrEnough(int agreed, bool nameable) => Assert.All(Of(Published, agreed, 0), may => Assert.Equal(nameable, may));

    [Fact]
    public void NamesWithheldInOneCell_LeaveThoseOfAnother()
    {
        Assert.Equal([.. Enumerable.Repeat(true, 12), .. Enumerable.Repeat(false, 17)], Of(Published, 12, 17));
        Assert.All(Of(Published, 12, 15), Assert.True);
    }

    [Fact]
    public void HiddenCell_NamesNobody()
    {
        var published = Assert.Single(DisclosureControl.Protect([Table("3 19 30", "20 26 60", "70 80 90")], Rule).Tables);

        Assert.All(Of(published, 1, 1), Assert.False);
        Assert.All(Nameable.Of([published], [[(2, 2)], [(0, 2)]], Rule), Assert.True);
    }

    [Fact]
    public void AgencyOfTwoTables_MustBeNameableInBoth()
    {
        var other = Assert.Single(DisclosureControl.Protect([Table("6 26", "36 34")], Rule).Tables);

        Assert.Equal([false, false, true], Nameable.Of([Published, other], [[(0, 0), (0, 0)], [(0, 0), (0, 0)], [(0, 0), null]], Rule));
    }

    private static IReadOnlyList<bool> Of(PublishedTable published, int first, int second) =>
        Nameable.Of([published], [.. Enumerable.Repeat<IReadOnlyList<(int, int)?>>([(0, 0)], first), .. Enumerable.Repeat<IReadOnlyList<(int, int)?>>([(0, 1)], second)], Rule);
}
