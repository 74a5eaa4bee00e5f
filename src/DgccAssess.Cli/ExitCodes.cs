namespace DgccAssess.Cli;

/// <summary>What scripts may rely on.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>What was checked does not hold; also an unexpected failure.</summary>
    public const int DoesNotHold = 1;

    /// <summary>The command line or a file is wrong; every problem stands on its own line of standard error.</summary>
    public const int BadInput = 2;
}
