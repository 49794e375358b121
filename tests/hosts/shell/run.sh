# The commands of the documentation, with the package of this build in place of the published one.
npm() {
  verb=$1
  shift 2
  command npm "$verb" --silent "$BACKMATTER_TARBALL" "$@"
}
# A debug build, which is there already.
cargo() {
  installed=$PWD/installed
  (cd "$BACKMATTER_ROOT" && command cargo "$@" --quiet --debug --root "$installed")
  PATH=$installed/bin:$PATH
}
rm -rf package backmatter-*.tgz public/backmatter public/related public/posts installed
mkdir -p public
cp page.html public/index.html
cp posts/spring-tides.json post.json

set -x
. ./install.sh
. ./pack.sh
. ./render.sh
. ./normalize.sh
. ./index.sh
. ./fill.sh
