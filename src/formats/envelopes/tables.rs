//! Envelopes that a table of ways says all about.

use super::finishing::{contentful, json_feed, linked_data, paywall};
use crate::formats::envelope::{BARE, Envelope};

/// An item of a JSON Feed, 1.0 or 1.1.
pub static JSON_FEED: Envelope = Envelope {
    id: "id",
    url: "url external_url",
    title: "title",
    intro: "summary",
    lang: "language",
    published: "date_published",
    modified: "date_modified",
    authors: "authors author",
    picture: "image banner_image",
    images: "attachments",
    tags: "tags",
    body: "content_html=html content_text=text",
    quiet: "banner_image external_url",
    is_strict: true,
    finish: Some(json_feed),
    ..BARE
};

/// A post of Ghost's Content API, or of an export.
pub static GHOST: Envelope = Envelope {
    id: "id uuid",
    url: "url canonical_url",
    title: "title",
    intro: "custom_excerpt excerpt",
    lang: "locale",
    published: "published_at created_at",
    modified: "updated_at",
    authors: "authors author primary_author",
    picture: "feature_image",
    picture_alt: "feature_image_alt",
    picture_caption: "feature_image_caption",
    tags: "tags",
    body: "html=html lexical=lexical mobiledoc=mobiledoc plaintext=text",
    quiet: "uuid slug comment_id featured visibility access created_at canonical_url codeinjection_head codeinjection_foot frontmatter \
            custom_template primary_tag primary_author comments og_image og_title og_description twitter_image twitter_title \
            twitter_description meta_title meta_description email_subject email_only newsletter_id show_title_and_feature_image status \
            type author_id published_by created_by updated_by plaintext mobiledoc lexical page email_segment tiers",
    is_strict: true,
    finish: Some(paywall),
    ..BARE
};

/// An article of Forem (DEV).
pub static FOREM: Envelope = Envelope {
    id: "id",
    url: "url canonical_url",
    title: "title",
    intro: "description",
    lang: "language",
    published: "published_timestamp published_at created_at",
    modified: "edited_at",
    authors: "user organization",
    picture: "cover_image social_image",
    tags: "tag_list tags",
    body: "body_html=html body_markdown=text",
    quiet: "type_of slug path collection_id created_at crossposted_at last_comment_at canonical_url social_image flare_tag \
            readable_publish_date organization subforem_id",
    is_strict: true,
    ..BARE
};

/// An entry in microformats2.
pub static MICROFORMATS: Envelope = Envelope {
    inner: "properties",
    id: "uid",
    url: "url.0",
    title: "name.0",
    intro: "summary.0",
    published: "published.0",
    modified: "updated.0",
    authors: "author",
    picture: "featured.0 photo.0",
    tags: "category",
    body: "content.0.html=html content.0.value=text content.0=text",
    quiet: "syndication uid photo",
    is_strict: true,
    ..BARE
};

/// An entry of Contentful: the names of its fields are the site's.
pub static CONTENTFUL: Envelope =
    Envelope { inner: "fields", authors: "", picture: "", finish: Some(contentful), ..FLAT };

/// An entry of Strapi, 4 with `attributes` and 5 without, or of Drupal.
pub static STRAPI: Envelope = Envelope { inner: "attributes", ..FLAT };

/// An article of schema.org.
pub static LINKED_DATA: Envelope = Envelope {
    id: "identifier",
    url: "url mainEntityOfPage.@id mainEntityOfPage",
    title: "headline name",
    intro: "description abstract",
    lang: "inLanguage.alternateName inLanguage",
    published: "datePublished dateCreated",
    modified: "dateModified",
    tags: "keywords",
    body: "articleBody=text text=text",
    quiet: "@context @type @id mainEntityOfPage publisher isPartOf potentialAction thumbnailUrl primaryImageOfPage speakable name \
            author creator image",
    is_strict: true,
    finish: Some(linked_data),
    ..BARE
};

/// An object in no known format, by common field names.
pub static FLAT: Envelope = Envelope {
    inner: "",
    id: "id _id documentId uid ID",
    url: "url permalink link canonical_url canonicalUrl URL href",
    title: "title headline name heading subject post_title frontmatter.title header translations.0.title",
    title_is_html: false,
    intro: "intro introduction excerpt summary description lead standfirst dek subtitle teaser brief custom_excerpt \
            post_excerpt",
    lang: "lang language locale",
    published: "published published_at publishedAt publish_date publishDate date_published datePublished publishedDate firstPublishedAt \
                pubDate date frontmatter.date first_publication_date firstPublishedDate postDate date_created created_at createdAt _createdAt time post_date_gmt post_date created",
    modified: "modified modified_at modifiedAt updated updated_at updatedAt date_modified dateModified _updatedAt \
               post_modified_gmt post_modified changed",
    authors: "authors author byline creator user writer publishedBylines frontmatter.author author_name authorName",
    picture: "image mainImage main_image cover cover_image coverImage featured_image.node featured_image heroImage hero_image feature_image \
              thumbnail featured_image_url banner cover_url coverUrl image_url imageUrl",
    picture_alt: "image_alt feature_image_alt",
    picture_caption: "image_caption feature_image_caption",
    images: "images gallery",
    tags: "tags tag_list topics keywords categories category labels postTags frontmatter.tags",
    body: "body content html content_html contentHtml body_html bodyHtml richText rich_text blocks article document editor text \
           content_text bodyText content.html content.markdown markdown body_markdown children sections root doc post_content cooked long_text field_body.processed body.processed \
           body.value translations.0.content translations.0.body",
    similar: "similar related related_posts relatedPosts",
    spread: "meta metadata custom_fields customFields fields",
    quiet: "candidates _type _rev _key __v __typename format version slug post_name post_status post_type post_parent post_author guid menu_order \
            post_mime_type comment_status ping_status comment_count post_content_filtered to_ping pinged post_password",
    is_strict: false,
    finish: None,
};
