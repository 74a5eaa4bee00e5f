namespace DgccAssess.TestCommon;

/// <summary>Stands where it is set; begins a day from now, after everything a test has prepared.</summary>
public sealed class MovedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new DateTimeOffset(System.GetUtcNow().Date, TimeSpan.Zero).AddDays(1);

    public override DateTimeOffset GetUtcNow() => Now;
}
