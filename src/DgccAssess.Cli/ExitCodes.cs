namespace DgccAssess.Cli;

/// <summary>What scripts may rely on.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Part of the work failed, or what was checked does not hold; each failure stands on its own line.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a file is wrong; every problem stands on its own line of standard error.</summary>
    public const int BadInput = 2;
}
