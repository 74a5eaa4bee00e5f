namespace DgccAssess.Core.Data;

public static class Clock
{
    extension(TimeProvider clock)
    {
        public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

        public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
    }
}
