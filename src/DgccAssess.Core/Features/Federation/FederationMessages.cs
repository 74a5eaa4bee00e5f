namespace DgccAssess.Core.Features.Federation;

/// <summary>Message keys; their words are in the web's FederationWords.</summary>
public static class FederationMessages
{
    /// <summary>What came back names nobody, is of another browser or space, or took too long.</summary>
    public const string Unusable = "Federation.Unusable";

    /// <summary>The person, or the provider, said no.</summary>
    public const string Denied = "Federation.Denied";

    /// <summary>The provider doesn't answer.</summary>
    public const string Unreachable = "Federation.Unreachable";

    /// <summary>Not on the list of who is let in.</summary>
    public const string NotAllowed = "Federation.NotAllowed";

    /// <summary>An account is to be made, and the provider vouches for no address.</summary>
    public const string EmailMissing = "Federation.EmailMissing";

    /// <summary>None of what the provider says of the person is a role here.</summary>
    public const string NoRole = "Federation.NoRole";

    public const string AgencyUnknown = "Federation.AgencyUnknown";
    public const string AgencyMissing = "Federation.AgencyMissing";

    /// <summary>The address belongs to an account that another person of the provider uses.</summary>
    public const string AddressTaken = "Federation.AddressTaken";

    public const string Closed = "Federation.Closed";
    public const string Locked = "Federation.Locked";

    /// <summary>The provider's word would take the last administrator's rights away.</summary>
    public const string LastAdministrator = "Federation.LastAdministrator";

    /// <summary>Two sign-ins of one person at the same moment.</summary>
    public const string Again = "Federation.Again";

    /// <summary>Asked for a fresh proof, the provider named another person.</summary>
    public const string OtherPerson = "Federation.OtherPerson";

    /// <summary>Asked for a fresh proof, the provider brought an old one, or doesn't say when it was given.</summary>
    public const string NotFresh = "Federation.NotFresh";
}
