namespace DgccAssess.Core.Features.Countries;

public static class CountryRules
{
    /// <summary>Characters of a partner's id.</summary>
    public const int PartnerLength = 40;

    /// <summary>Characters of an agency group's code.</summary>
    public const int GroupLength = 64;

    /// <summary>Characters of a signed envelope.</summary>
    public const int EnvelopeLength = 8000;

    /// <summary>How long a page of the hub may still hold what was withdrawn on another server.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
}

public static class CountryMessages
{
    public const string NotSigned = "Countries.NotSigned";
    public const string OtherPartner = "Countries.OtherPartner";
    public const string OutOfOrder = "Countries.OutOfOrder";
    public const string OtherContent = "Countries.OtherContent";
    public const string Unreadable = "Countries.Unreadable";
    public const string AboveLevel = "Countries.AboveLevel";
    public const string PartnerWrong = "Countries.PartnerWrong";
    public const string PartnerTaken = "Countries.PartnerTaken";
    public const string CountryWrong = "Countries.CountryWrong";
    public const string NameWrong = "Countries.NameWrong";
    public const string KeyWrong = "Countries.KeyWrong";
    public const string ClientUnknown = "Countries.ClientUnknown";
    public const string ClientTaken = "Countries.ClientTaken";
}
